using System.Collections.Generic;
using System.Linq;
using InitGen.Initialization;
using InitGen.Layers;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1015: no two parameters of a network draw from one random stream.</summary>
internal sealed class DistinctStreamsRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1015";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Two parameters must not share a random stream",
        "The names '{0}' and '{1}' have the same hash, so that both parameters would get the same random numbers; rename layer '{2}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        // Other rules speak of networks of no layers or of too many.
        if (network.Spec.Layers.Any(static layer => layer.Repeat < 1)
            || LayerResolution.CountLayers(network.Spec) > LayerResolution.MostLayers)
        {
            yield break;
        }

        var names = new Dictionary<ulong, string>();
        foreach (LayerDeclaration layer in network.Layers)
        {
            foreach (string name in ParameterNames(layer))
            {
                ulong stream = ParameterStream.Of(name);
                if (!names.TryGetValue(stream, out string first))
                {
                    names.Add(stream, name);
                }
                else if (first != name) // that two properties have one name is the compiler's to say
                {
                    yield return At(layer.Location, first, name, layer.Name);
                    break;
                }
            }
        }
    }

    private static IEnumerable<string> ParameterNames(LayerDeclaration layer) =>
        from index in Enumerable.Range(0, layer.Spec.Repeat)
        from parameter in layer.Spec.ParametersOf(layer.Inputs)
        select ParameterStream.NameOf(layer.Spec.NameOf(index), parameter.Name);
}
