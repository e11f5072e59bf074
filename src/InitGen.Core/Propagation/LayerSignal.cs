using System;
using InitGen.Activations;
using InitGen.Specification;

namespace InitGen.Propagation;

/// <summary>The predicted forward signal of one layer.</summary>
/// <param name="Mean">The mean of the pre-activations.</param>
/// <param name="StdDev">Their standard deviation.</param>
/// <param name="Difference">√(q − c), c the covariance of two inputs' pre-activations: how far apart these are.</param>
/// <param name="Moments">The expectations of the activation function over one input's.</param>
/// <param name="Pair">What of the activations and their derivatives tells two inputs apart.</param>
internal readonly record struct LayerSignal(double Mean, double StdDev, double Difference, GaussianMoments Moments, PairMoments Pair)
{
    /// <summary>Nothing is known.</summary>
    internal static readonly LayerSignal Unknown = new(
        double.NaN, double.NaN, double.NaN, GaussianMoments.Unknown, new PairMoments(double.NaN, double.NaN));

    /// <summary>The signal of a layer whose pre-activations have a given mean, standard deviation and difference; unknown if these are no
    /// numbers or the mean is not finite.</summary>
    internal static LayerSignal Of(ResolvedLayer layer, double mean, double stdDev, double difference)
    {
        LayerSignal one = OfOneInput(layer, mean, stdDev);
        if (double.IsNaN(one.StdDev))
        {
            return Unknown;
        }

        ActivationFunction function = layer.Activation.Function;
        PairMoments pair = PairQuadrature.Integrate(
            function, mean, stdDev, Math.Min(difference, stdDev), one.Moments.DerivativeSecondMoment);
        return one with { Difference = difference, Pair = pair };
    }

    /// <summary>The same without what tells two inputs apart, which costs most.</summary>
    internal static LayerSignal OfOneInput(ResolvedLayer layer, double mean, double stdDev)
    {
        if (double.IsNaN(stdDev) || double.IsNaN(mean) || double.IsInfinity(mean))
        {
            return Unknown;
        }

        GaussianMoments moments = GaussianMoments.Of(layer.Activation.Function, mean, stdDev);
        return Unknown with { Mean = mean, StdDev = stdDev, Moments = moments };
    }
}
