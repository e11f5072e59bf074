using System.Collections.Generic;
using System.Linq;
using InitGen.Initialization;
using InitGen.Layers;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1007: numbers are in their ranges.</summary>
internal sealed class NumberRangeRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1007";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A number must be in its range",
        "{0} of {1} is {2}; it must be {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        foreach (NumberMistake mistake in MistakesOf(network.Spec))
        {
            yield return At(network.Arguments.LocationOf(mistake.Argument), mistake, $"network '{network.Name}'");
        }

        foreach (LayerDeclaration layer in network.OwnLayers)
        {
            foreach (NumberMistake mistake in layer.Spec.Mistakes(layer.Inputs).OfType<NumberMistake>())
            {
                // An argument that is not there is not out of range but missing; one that means nothing should go, whatever it is.
                string argument = mistake.Argument;
                if (layer.Arguments.IsUnderstood && layer.Arguments.IsWritten(argument) && WeightedArguments.Belongs(layer.Spec, argument))
                {
                    yield return At(layer.Arguments.LocationOf(argument), mistake, $"layer '{layer.Name}'");
                }
            }

            // Where the initializer is named, as it may be declared in another project.
            if (layer.Spec is WeightedSpec { Weights: { Init: Init.Custom, TypeVariance: { } variance } })
            {
                foreach (NumberMistake mistake in MistakesOf(variance))
                {
                    Location location = layer.Arguments.LocationOf(nameof(WeightedLayerAttribute.Initializer));
                    yield return At(location, mistake, $"the initializer of layer '{layer.Name}'");
                }
            }
        }
    }

    private static IEnumerable<NumberMistake> MistakesOf(NetworkSpec network) =>
    [
        .. NumberMistake.AnyFloat(nameof(network.InputMean), network.InputMean),
        .. NumberMistake.NotNegative(nameof(network.InputStdDev), network.InputStdDev),
        .. NumberMistake.Fraction(nameof(network.InputCorrelation), network.InputCorrelation),
    ];

    private static IEnumerable<NumberMistake> MistakesOf(DeclaredVariance initializer) =>
    [
        .. NumberMistake.Positive(nameof(initializer.Variance), initializer.Variance),
        .. NumberMistake.Member(nameof(initializer.FanMode), initializer.FanMode),
        .. NumberMistake.AnyFloat(nameof(initializer.Mean), initializer.Mean),
    ];

    private Diagnostic At(Location location, NumberMistake mistake, string of) =>
        At(location, mistake.Argument, of, mistake.Value, mistake.Range);
}
