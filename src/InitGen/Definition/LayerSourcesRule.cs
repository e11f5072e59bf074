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

        // Layers with [Shortcut] are read behind the branch.
        var names = new List<string>(network.IsBlock ? [Block.Input] : []);
        foreach (MemberDeclaration member in network.Members.OrderBy(static member => member.IsShortcut))
        {
            foreach ((string name, string argument) in LayerForm.NamesIn(member))
            {
                if (!names.Contains(name))
                {
                    yield return At(member.Arguments.LocationOf(argument), member.Property.Name, Mistake(name, network, names));
                }
            }

            names.Add(member.Property.Name);
        }

        var read = new HashSet<int>(network.Layers.SelectMany(static (layer, number) => layer.Spec.Sources(number)));

        // Where a name is wrong, the layer that was meant is read by nobody.
        foreach (MemberDeclaration member in read.Contains(LayerSpec.Missing) ? [] : network.Members)
        {
            int number = LastOf(member, network);
            if (number >= 0 && number < network.Layers.Length - 1 && !read.Contains(number))
            {
                yield return At(member.Location, member.Property.Name, "is read by no layer behind it; read it with 'From', or remove it");
            }
        }
    }

    // The number of the layer that its outcome is; none, of a block without.
    private static int LastOf(MemberDeclaration member, NetworkDeclaration network)
    {
        int number = network.Layers.Length - 1;
        while (number >= 0 && network.Layers[number] != member && network.Layers[number].Use != member)
        {
            number--;
        }

        return number;
    }

    private static string Mistake(string name, NetworkDeclaration network, IReadOnlyList<string> before)
    {
        bool isLater = network.Members.Any(member => member.Property.Name == name);
        string? nearest = Spelling.Nearest(name, before);
        return isLater ? $"reads '{name}', which does not stand before it; move it there, or name another layer"
            : $"reads '{name}', which is no layer of the {(network.IsBlock ? "block" : "network")}; " + (nearest is null ? "name one that stands before it" : $"write '{nearest}'");
    }
}
