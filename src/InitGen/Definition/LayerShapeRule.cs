using System.Collections.Generic;
using System.Linq;
using InitGen.Initialization;
using InitGen.Layers;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1014: a layer has the shape that its initializer needs, and softmax is last and of a vector.</summary>
internal sealed class LayerShapeRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1014";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The initializer needs another shape of layer, or Softmax is not last",
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
        var seen = new HashSet<IPropertySymbol>(SymbolEqualityComparer.Default);
        for (int index = 0; index < network.Layers.Length && !network.IsBlock; index++)
        {
            // Of a layer in a block, the first copy that is wrong speaks for all; where it is the last layer, its network knows.
            LayerDeclaration layer = network.Layers[index];
            if (seen.Contains(layer.Property))
            {
                continue;
            }

            if (layer.Spec is WeightedSpec weighted && network.IsUnderstood && WeightedArguments.Exists(weighted.Weights.Init)
                && weighted.ParametersOf(layer.Inputs).First().Context is { Rows: > 0, Columns: > 0 } weights
                && InitializerDefinition.Of(weighted.Weights.Init).Mistake(weights) is { } mistake)
            {
                seen.Add(layer.Property);
                yield return At(layer.Arguments.LocationOf(nameof(WeightedLayerAttribute.Init)), layer.Name, mistake);
            }

            if (layer.Spec.Activation.Kind == Activation.Softmax && (layer.Spec.Repeat > 1 || index < network.Layers.Length - 1))
            {
                seen.Add(layer.Property);
                yield return At(
                    layer.Arguments.LocationOf(nameof(WeightedLayerAttribute.Activation)),
                    layer.Name,
                    "has the activation Softmax but is not the last layer; move it to the end or choose another activation");
            }
            else if (layer.Spec.Activation.Kind == Activation.Softmax && network.IsUnderstood && layer.Spec.OutputOf(layer.Inputs) is { Axes: > 0 } map)
            {
                yield return At(
                    layer.Arguments.LocationOf(nameof(WeightedLayerAttribute.Activation)),
                    layer.Name,
                    $"has the activation Softmax but puts out {map}; put [GlobalAvgPool], or [Flatten] and a dense layer, behind it");
            }
        }
    }
}
