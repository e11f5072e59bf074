using System;
using System.Collections.Generic;
using System.Globalization;
using InitGen.Reading;
using InitGen.Specification;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1007: numbers are in their ranges. None may be so large, or so near 0, that weights computed from it are no floats.</summary>
internal sealed class NumberRangeRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1007";

    // The runtime takes numbers up to 1e30; what initializers make of this one, times a gain and a square root, is far below.
    private const double Largest = 1e20;

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
        string ofNetwork = $"network '{network.Name}'";
        foreach ((string argument, string value, string range) in MistakesOf(network.Spec))
        {
            yield return At(network.Arguments.LocationOf(argument), argument, ofNetwork, value, range);
        }

        foreach (LayerDeclaration layer in network.Layers)
        {
            if (layer.Spec is not DenseSpec dense)
            {
                continue;
            }

            foreach ((string argument, string value, string range) in MistakesOf(dense))
            {
                // An argument that is not there is not out of range but missing; one that means nothing should go, whatever it is.
                if (layer.Arguments.IsUnderstood && layer.Arguments.IsWritten(argument) && DenseArguments.Belongs(dense, argument))
                {
                    yield return At(layer.Arguments.LocationOf(argument), argument, $"layer '{layer.Name}'", value, range);
                }
            }

            // Where the initializer is named, as it may be declared in another project.
            if (dense.Weights is { Init: Init.Custom, TypeVariance: { } variance })
            {
                foreach ((string argument, string value, string range) in MistakesOf(variance))
                {
                    Location location = layer.Arguments.LocationOf(nameof(DenseAttribute.Initializer));
                    yield return At(location, argument, $"the initializer of layer '{layer.Name}'", value, range);
                }
            }
        }
    }

    /// <summary>Whether a number can be a scale of weights.</summary>
    /// <param name="value">The number.</param>
    internal static bool IsPositive(double value) => (float)value > 0 && value <= Largest;

    private static IEnumerable<(string Argument, string Value, string Range)> MistakesOf(NetworkSpec network) =>
    [
        .. AnyFloat(nameof(network.InputMean), network.InputMean),
        .. NotNegative(nameof(network.InputStdDev), network.InputStdDev),
    ];

    private static IEnumerable<(string Argument, string Value, string Range)> MistakesOf(DenseSpec layer) =>
    [
        .. Member(nameof(layer.Activation), layer.Activation.Kind),
        .. Member(nameof(layer.Weights.Init), layer.Weights.Init),
        .. Member(nameof(layer.Weights.FanMode), layer.Weights.FanMode),
        .. Positive(nameof(layer.Weights.Gain), layer.Weights.Gain),
        .. Positive(nameof(layer.Weights.StdDev), layer.Weights.StdDev),
        .. Positive(nameof(layer.Weights.Limit), layer.Weights.Limit),
        .. AnyFloat(nameof(layer.Weights.Value), layer.Weights.Value),
        .. AnyFloat(nameof(layer.Activation.Slope), layer.Activation.Slope),
        .. AnyFloat(nameof(layer.Bias), layer.Bias),
        .. NotNegative(nameof(layer.BiasStdDev), layer.BiasStdDev),
    ];

    private static IEnumerable<(string Argument, string Value, string Range)> MistakesOf(DeclaredVariance initializer) =>
    [
        .. Positive(nameof(initializer.Variance), initializer.Variance),
        .. Member(nameof(initializer.FanMode), initializer.FanMode),
        .. AnyFloat(nameof(initializer.Mean), initializer.Mean),
    ];

    private static IEnumerable<(string Argument, string Value, string Range)> AnyFloat(string argument, double value) =>
        Unless(Math.Abs(value) <= Largest, argument, value, "a number between -1e20 and 1e20");

    private static IEnumerable<(string Argument, string Value, string Range)> NotNegative(string argument, double value) =>
        Unless(value is >= 0 and <= Largest, argument, value, "a number between 0 and 1e20");

    private static IEnumerable<(string Argument, string Value, string Range)> Positive(string argument, double value) =>
        Unless(IsPositive(value), argument, value, "a positive number up to 1e20");

    private static IEnumerable<(string Argument, string Value, string Range)> Member<TEnum>(string argument, TEnum value)
        where TEnum : struct, Enum =>
        DenseArguments.Exists(value) ? [] : [(argument, value.ToString(), $"a member of {typeof(TEnum).Name}")];

    private static IEnumerable<(string Argument, string Value, string Range)> Unless(bool isInRange, string argument, double value, string range) =>
        isInRange ? [] : [(argument, value.ToString("R", CultureInfo.InvariantCulture), range)];
}
