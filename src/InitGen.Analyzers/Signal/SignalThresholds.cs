using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Analyzers.Signal;

/// <summary>Between what a signal must stay. The defaults leave room for all that trains: a signal that has lost or gained a factor of 100
/// has no place among them.</summary>
public sealed record SignalThresholds
{
    private static readonly ThresholdSetting MinimumActivation = new("initgen.minimum_activation_stddev", 0.01, double.MaxValue);
    private static readonly ThresholdSetting MaximumActivation = new("initgen.maximum_activation_stddev", 100, double.MaxValue);
    private static readonly ThresholdSetting MaximumSaturated = new("initgen.maximum_saturated_fraction", 0.25, 1);
    private static readonly ThresholdSetting MinimumGradient = new("initgen.minimum_gradient_stddev", 0.01, double.MaxValue);
    private static readonly ThresholdSetting MaximumGradient = new("initgen.maximum_gradient_stddev", 100, double.MaxValue);

    private SignalThresholds(AnalyzerConfigOptions options)
    {
        MinimumActivationStdDev = MinimumActivation.ValueIn(options);
        MaximumActivationStdDev = MaximumActivation.ValueIn(options);
        MaximumSaturatedFraction = MaximumSaturated.ValueIn(options);
        MinimumGradientStdDev = MinimumGradient.ValueIn(options);
        MaximumGradientStdDev = MaximumGradient.ValueIn(options);
    }

    /// <summary>The thresholds that users can set.</summary>
    public static ImmutableArray<ThresholdSetting> Settings { get; } =
        [MinimumActivation, MaximumActivation, MaximumSaturated, MinimumGradient, MaximumGradient];

    /// <summary>The least standard deviation of activations, times the root mean square of the network's input.</summary>
    public double MinimumActivationStdDev { get; }

    /// <summary>The largest standard deviation of activations, times the root mean square of the network's input.</summary>
    public double MaximumActivationStdDev { get; }

    /// <summary>The largest fraction of saturated units in a layer with a bounded activation function.</summary>
    public double MaximumSaturatedFraction { get; }

    /// <summary>The least standard deviation of the gradient at the first layer, relative to one of 1 at the output.</summary>
    public double MinimumGradientStdDev { get; }

    /// <summary>The largest standard deviation of the gradient at the first layer, relative to one of 1 at the output.</summary>
    public double MaximumGradientStdDev { get; }

    /// <summary>The largest fraction of inactive units in a layer of rectifiers.</summary>
    public double MaximumInactiveFraction => 0.95;

    /// <summary>The thresholds for a file.</summary>
    /// <param name="options">The file's options.</param>
    public static SignalThresholds Read(AnalyzerConfigOptions options) => new(options);
}
