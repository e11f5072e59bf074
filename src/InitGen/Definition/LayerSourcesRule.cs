using System.Collections.Generic;
using System.Linq;
using InitGen.Layers;
using InitGen.Reading;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1019: a layer reads layers that stand before it, and each but the last is read.</summary>
internal sealed class LayerSourcesRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1019";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A layer must read layers before it, and be read",
        "Layer '{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        if (!network.IsUnderstood)
        {
            yield break;
        }

        var read = new HashSet<int>();
        for (int number = 0; number < network.Layers.Length; number++)
        {
            LayerDeclaration layer = network.Layers[number];
            read.UnionWith(layer.Spec.Sources(number));
            foreach ((string name, string argument) in layer.Form.NamesOf(layer.Arguments))
            {
                if (!network.Layers.Take(number).Any(before => before.Name == name))
                {
                    yield return At(layer.Arguments.LocationOf(argument), layer.Name, Mistake(name, network, number));
                }
            }
        }

        // Where a name is wrong, the layer that was meant is read by nobody.
        if (!read.Contains(LayerSpec.Missing))
        {
            for (int number = 0; number < network.Layers.Length - 1; number++)
            {
                if (!read.Contains(number))
                {
                    LayerDeclaration layer = network.Layers[number];
                    yield return At(layer.Location, layer.Name, "is read by no layer behind it; read it with 'From', or remove it");
                }
            }
        }
    }

    private static string Mistake(string name, NetworkDeclaration network, int number)
    {
        bool isLater = network.Layers.Skip(number).Any(layer => layer.Name == name);
        string? nearest = Spelling.Nearest(name, network.Layers.Take(number).Select(static layer => layer.Name));
        return isLater ? $"reads '{name}', which does not stand before it; move it there, or name another layer"
            : $"reads '{name}', which is no layer of the network; " + (nearest is null ? "name one that stands before it" : $"write '{nearest}'");
    }
}
