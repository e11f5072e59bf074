using System.Collections.Generic;
using System.Globalization;
using InitGen.Reading;
using InitGen.Specification;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1014: an identity layer has as many units as inputs, and softmax is last.</summary>
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
        int inputs = network.Spec.InputSize;
        for (int index = 0; index < network.Layers.Length; index++)
        {
            LayerDeclaration layer = network.Layers[index];
            if (layer.Spec is not DenseSpec dense)
            {
                continue;
            }

            if (dense.Weights.Init == Init.Identity && dense.Units != inputs && dense.Units > 0 && inputs > 0 && network.IsUnderstood)
            {
                yield return At(
                    layer.Arguments.LocationOf(nameof(DenseAttribute.Init)),
                    layer.Name,
                    $"has {Text(dense.Units)} units and {Text(inputs)} inputs, but Identity needs as many units as inputs; change the units or the initializer");
            }

            if (dense.Activation.Kind == Activation.Softmax && (dense.Repeat > 1 || index < network.Layers.Length - 1))
            {
                yield return At(
                    layer.Arguments.LocationOf(nameof(DenseAttribute.Activation)),
                    layer.Name,
                    "has the activation Softmax but is not the last layer; move it to the end or choose another activation");
            }

            inputs = dense.Units;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
