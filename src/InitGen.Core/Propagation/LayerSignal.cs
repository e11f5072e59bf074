using InitGen.Activations;
using InitGen.Specification;

namespace InitGen.Propagation;

/// <summary>The predicted forward signal of one layer.</summary>
/// <param name="Mean">The mean of the pre-activations.</param>
/// <param name="StdDev">Their standard deviation.</param>
/// <param name="Moments">The expectations of the activation function over them.</param>
internal readonly record struct LayerSignal(double Mean, double StdDev, GaussianMoments Moments)
{
    /// <summary>Nothing is known.</summary>
    internal static readonly LayerSignal Unknown = new(double.NaN, double.NaN, GaussianMoments.Unknown);

    /// <summary>The signal of a layer whose pre-activations have a given standard deviation; unknown if that is NaN or the bias is no
    /// finite number.</summary>
    internal static LayerSignal Of(ResolvedLayer layer, double stdDev) =>
        double.IsNaN(stdDev) || double.IsNaN(layer.Bias) || double.IsInfinity(layer.Bias)
            ? Unknown
            : new(layer.Bias, stdDev, GaussianMoments.Of(ActivationFunction.Of(layer.Activation, layer.Slope), layer.Bias, stdDev));
}
