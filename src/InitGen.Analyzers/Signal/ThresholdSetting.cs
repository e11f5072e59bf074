using System;
using System.Collections.Immutable;
using System.Globalization;
using InitGen.Propagation;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Analyzers.Signal;

/// <summary>A threshold that an .editorconfig file can set.</summary>
/// <param name="Key">Its key: "initgen.minimum_activation_stddev".</param>
/// <param name="Default">Its value where it is not set, or not readable.</param>
/// <param name="Largest">The largest value that it can have; the smallest is 0.</param>
internal sealed record ThresholdSetting(string Key, double Default, double Largest)
{
    private static readonly ThresholdSetting MinimumActivation =
        new("initgen.minimum_activation_stddev", SignalThresholds.Default.MinimumActivationStdDev, double.MaxValue);

    private static readonly ThresholdSetting MaximumActivation =
        new("initgen.maximum_activation_stddev", SignalThresholds.Default.MaximumActivationStdDev, double.MaxValue);

    private static readonly ThresholdSetting MaximumSaturated =
        new("initgen.maximum_saturated_fraction", SignalThresholds.Default.MaximumSaturatedFraction, 1);

    private static readonly ThresholdSetting MinimumGradient =
        new("initgen.minimum_gradient_stddev", SignalThresholds.Default.MinimumGradientStdDev, double.MaxValue);

    private static readonly ThresholdSetting MaximumGradient =
        new("initgen.maximum_gradient_stddev", SignalThresholds.Default.MaximumGradientStdDev, double.MaxValue);

    /// <summary>All of them.</summary>
    public static ImmutableArray<ThresholdSetting> All { get; } =
        [MinimumActivation, MaximumActivation, MaximumSaturated, MinimumGradient, MaximumGradient];

    /// <summary>What a value must be, as a message says it.</summary>
    public string RangeText =>
        Largest == double.MaxValue ? "a number of at least 0" : FormattableString.Invariant($"a number from 0 to {Largest}");

    /// <summary>The thresholds for a file.</summary>
    /// <param name="options">The file's options.</param>
    public static SignalThresholds ReadAll(AnalyzerConfigOptions options) => new()
    {
        MinimumActivationStdDev = MinimumActivation.ValueIn(options),
        MaximumActivationStdDev = MaximumActivation.ValueIn(options),
        MaximumSaturatedFraction = MaximumSaturated.ValueIn(options),
        MinimumGradientStdDev = MinimumGradient.ValueIn(options),
        MaximumGradientStdDev = MaximumGradient.ValueIn(options),
    };

    /// <summary>What is written.</summary>
    /// <param name="options">The options of a file.</param>
    /// <returns>The text; null where the threshold is not set.</returns>
    public string? TextIn(AnalyzerConfigOptions options) => options.TryGetValue(Key, out string? text) ? text : null;

    /// <summary>The value that applies.</summary>
    /// <param name="options">The options of a file.</param>
    public double ValueIn(AnalyzerConfigOptions options) => Parse(TextIn(options)) ?? Default;

    /// <summary>The number that a text means, in the invariant culture; null where it means none or one out of range.</summary>
    /// <param name="text">The text.</param>
    public double? Parse(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= 0 && value <= Largest
            ? value
            : null;
}
