using System;
using InitGen.Activations;

namespace InitGen.Propagation;

/// <summary>The predicted forward signal of one layer.</summary>
/// <param name="PreActivation">The pre-activations.</param>
/// <param name="Moments">The expectations of the activation function over those of one input.</param>
/// <param name="Pair">What of the activations and their derivatives tells two inputs apart.</param>
internal readonly record struct LayerSignal(Signal PreActivation, GaussianMoments Moments, PairMoments Pair)
{
    /// <summary>Nothing is known.</summary>
    internal static readonly LayerSignal Unknown = new(Signal.Unknown, GaussianMoments.Unknown, new PairMoments(double.NaN, double.NaN));

    /// <summary>What of the activations differs between positions of one input.</summary>
    public double BetweenPositions { get; init; } = double.NaN;

    /// <summary>How the activations are distributed; null where that is not known.</summary>
    public SignalLaw? Law { get; init; }

    /// <summary>What comes out of the layer.</summary>
    public Signal Activation => new(Moments.ActivationMean, Moments.ActivationStdDev, Pair.SignalStdDev)
    {
        BetweenPositions = BetweenPositions,
        Law = Law,
        IsAlike = PreActivation.IsAlike,
        Origins = PreActivation.Origins,
    };

    /// <summary>The signal of a layer; unknown if its pre-activations are no numbers or their mean is not finite.</summary>
    /// <param name="function">Its activation function.</param>
    /// <param name="preActivation">Its pre-activations.</param>
    internal static LayerSignal Of(ActivationFunction function, Signal preActivation)
    {
        LayerSignal one = OfOneInput(function, preActivation);
        if (double.IsNaN(one.PreActivation.StdDev))
        {
            return one;
        }

        PairMoments pair = PairQuadrature.Integrate(
            function,
            preActivation.Mean,
            preActivation.StdDev,
            Math.Min(preActivation.Difference, preActivation.StdDev),
            one.Moments.DerivativeSecondMoment);
        double betweenPositions = double.IsNaN(preActivation.BetweenPositions)
            ? double.NaN
            : PairQuadrature.Integrate(
                function,
                preActivation.Mean,
                preActivation.StdDev,
                Math.Min(preActivation.BetweenPositions, preActivation.StdDev),
                one.Moments.DerivativeSecondMoment).SignalStdDev;

        // Of what is not normal, as much of the standard deviation as of what is.
        double corrected = preActivation.Law is { IsByPoints: true } && function is not LinearFunction
            && GaussianMoments.Of(function, preActivation.Mean, preActivation.StdDev).ActivationStdDev is > 0 and var normal
                ? one.Moments.ActivationStdDev / normal
                : 1;
        return one with
        {
            PreActivation = preActivation,
            Pair = pair with { SignalStdDev = corrected * pair.SignalStdDev },
            BetweenPositions = corrected * betweenPositions,
        };
    }

    /// <summary>The same without what tells two inputs apart, which costs most.</summary>
    /// <param name="function">The activation function.</param>
    /// <param name="preActivation">The pre-activations.</param>
    internal static LayerSignal OfOneInput(ActivationFunction function, Signal preActivation)
    {
        (double mean, double stdDev, _) = preActivation;
        return double.IsNaN(stdDev) || double.IsNaN(mean) || double.IsInfinity(mean)
            ? Unknown with
            {
                // What a straight line passes on does not depend on what comes in.
                Moments = function is LinearFunction ? GaussianMoments.Unknown with { DerivativeMean = 1, DerivativeSecondMoment = 1 } : GaussianMoments.Unknown,
                PreActivation = Signal.Unknown with { IsAlike = preActivation.IsAlike, Origins = preActivation.Origins },
            }
            : Unknown with
            {
                PreActivation = preActivation with { Difference = double.NaN },
                Law = SignalLaw.Of(function, preActivation),
                Moments = preActivation.Law is { IsByPoints: true, Values: { } values } && function is not LinearFunction
                    ? values.At(mean, stdDev).MomentsOf(function, GaussianMoments.Of(function, mean, stdDev))
                    : GaussianMoments.Of(function, mean, stdDev),
            };
    }
}
