using System.Collections.Immutable;
using InitGen.Propagation;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Analyzers.Signal;

/// <summary>The thresholds that .editorconfig files can set.</summary>
public static class ThresholdSettings
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

    /// <summary>The thresholds for a file.</summary>
    /// <param name="options">The file's options.</param>
    public static SignalThresholds Read(AnalyzerConfigOptions options) => new()
    {
        MinimumActivationStdDev = MinimumActivation.ValueIn(options),
        MaximumActivationStdDev = MaximumActivation.ValueIn(options),
        MaximumSaturatedFraction = MaximumSaturated.ValueIn(options),
        MinimumGradientStdDev = MinimumGradient.ValueIn(options),
        MaximumGradientStdDev = MaximumGradient.ValueIn(options),
    };
}
