using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using InitGen.Layers;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1014: an identity layer has as many units as inputs, and softmax is last and of a vector.</summary>
internal sealed class LayerShapeRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1014";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Identity needs a square layer, and Softmax must be last",
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

            if (layer.Spec is WeightedSpec { Weights.Init: Init.Identity } weighted && network.IsUnderstood
                && weighted.ParametersOf(layer.Inputs).First().Context is { Rows: > 0 and var rows, Columns: > 0 and var columns } && rows != columns)
            {
                seen.Add(layer.Property);
                yield return At(
                    layer.Arguments.LocationOf(nameof(WeightedLayerAttribute.Init)),
                    layer.Name,
                    $"has {Text(rows)} units and {Text(columns)} inputs, but Identity needs as many units as inputs; change the units or the initializer");
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

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
