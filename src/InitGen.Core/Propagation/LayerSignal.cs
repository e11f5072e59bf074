using System;
using InitGen.Activations;
using InitGen.Specification;

namespace InitGen.Propagation;

/// <summary>The predicted forward signal of one layer.</summary>
/// <param name="Mean">The mean of the pre-activations.</param>
/// <param name="StdDev">Their standard deviation.</param>
/// <param name="Difference">√(q − c), c the covariance of two inputs' pre-activations: how far apart these are.</param>
/// <param name="Moments">The expectations of the activation function over one input's.</param>
/// <param name="SignalStdDev">The part of the activations that tells two inputs apart.</param>
internal readonly record struct LayerSignal(double Mean, double StdDev, double Difference, GaussianMoments Moments, double SignalStdDev)
{
    /// <summary>Nothing is known.</summary>
    internal static readonly LayerSignal Unknown = new(double.NaN, double.NaN, double.NaN, GaussianMoments.Unknown, double.NaN);

    /// <summary>The signal of a layer whose pre-activations have a given standard deviation and difference; unknown if that is NaN or the
    /// bias is no finite number.</summary>
    internal static LayerSignal Of(ResolvedLayer layer, double stdDev, double difference)
    {
        LayerSignal one = OfOneInput(layer, stdDev);
        if (double.IsNaN(one.StdDev))
        {
            return Unknown;
        }

        ActivationFunction function = ActivationFunction.Of(layer.Activation, layer.Slope);
        double signal = PairQuadrature.SignalStdDev(
            function, layer.Bias, stdDev, Math.Min(difference, stdDev), one.Moments.DerivativeSecondMoment);
        return one with { Difference = difference, SignalStdDev = signal };
    }

    /// <summary>The same without what tells two inputs apart, which costs most.</summary>
    internal static LayerSignal OfOneInput(ResolvedLayer layer, double stdDev)
    {
        if (double.IsNaN(stdDev) || double.IsNaN(layer.Bias) || double.IsInfinity(layer.Bias))
        {
            return Unknown;
        }

        GaussianMoments moments = GaussianMoments.Of(ActivationFunction.Of(layer.Activation, layer.Slope), layer.Bias, stdDev);
        return Unknown with { Mean = layer.Bias, StdDev = stdDev, Moments = moments };
    }
}
