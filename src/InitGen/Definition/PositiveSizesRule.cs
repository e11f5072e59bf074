using System.Collections.Generic;
using System.Globalization;
using InitGen.Reading;
using InitGen.Specification;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1003: sizes are positive.</summary>
internal sealed class PositiveSizesRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A size must be positive",
        "{0} of {1} is {2}; it must be at least 1",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        if (network.Spec.InputSize < 1)
        {
            yield return At(network.Arguments, nameof(NetworkAttribute.InputSize), "The input size", $"network '{network.Name}'", network.Spec.InputSize);
        }

        foreach (LayerDeclaration layer in network.Layers)
        {
            string ofLayer = $"layer '{layer.Name}'";
            if (layer.Spec.Repeat < 1)
            {
                yield return At(layer.Arguments, nameof(LayerAttribute.Repeat), "Repeat", ofLayer, layer.Spec.Repeat);
            }

            if (layer.Spec is not DenseSpec dense)
            {
                continue;
            }

            if (dense.Units < 1)
            {
                yield return At(layer.Arguments, nameof(DenseAttribute.Units), "The number of units", ofLayer, dense.Units);
            }

            if (dense.Weights is { Init: Init.Sparse, NonZeros: < 1 } && layer.Arguments.IsWritten(nameof(DenseAttribute.NonZeros)))
            {
                yield return At(layer.Arguments, nameof(DenseAttribute.NonZeros), "NonZeros", ofLayer, dense.Weights.NonZeros);
            }
        }
    }

    private Diagnostic At(AttributeArguments arguments, string argument, string size, string of, int value) =>
        At(arguments.LocationOf(argument), size, of, value.ToString(CultureInfo.InvariantCulture));
}
