using System;
using System.Collections.Generic;
using InitGen.Initialization;
using InitGen.Layers;

namespace InitGen.Propagation;

/// <summary>How much the signal of layers of finite width differs from seed to seed: the standard deviation σ of the logarithm of a
/// standard deviation, which is of order √(depth/width) (Hanin 2018; Hanin and Nica 2018; Roberts, Yaida and Hanin 2022, chapter 5). The
/// inputs are taken to be alike, as those of one data set are; others differ less.</summary>
/// <param name="Activation">Of the activations.</param>
/// <param name="Gradient">Of the gradient.</param>
internal readonly record struct SeedSpread(double Activation, double Gradient)
{
    /// <summary>Above it, a factor of 2 to either side, a prediction says little.</summary>
    internal const double Largest = 0.7;

    /// <summary>The spreads of each layer of a network.</summary>
    /// <param name="layers">Its resolved layers.</param>
    /// <param name="signals">Their predicted forward signals.</param>
    internal static SeedSpread[] Of(IReadOnlyList<ResolvedLayer> layers, IReadOnlyList<LayerSignal> signals)
    {
        int count = layers.Count;
        var spreads = new SeedSpread[count];
        var ofVariance = new double[count]; // the variance of log q, q that of the pre-activations
        var added = new double[count]; // what each layer adds to the variance of log E[φ²]
        var share = new double[count]; // what of q comes from the layer before, not from the biases' noise
        double ofSecondMoment = 0;
        for (int i = 0; i < count; i++)
        {
            GaussianMoments moments = signals[i].Moments;
            share[i] = layers[i].Spec.InheritedShare(layers[i], signals[i].PreActivation);
            ofVariance[i] = share[i] * share[i] * ofSecondMoment;
            double slope = moments.SecondMomentSlope;
            added[i] = Math.Max(moments.SecondMomentSpread - (KeptLength(layers[i]) * slope * slope), 0) / layers[i].Units;
            ofSecondMoment = (slope * slope * ofVariance[i]) + added[i];

            double varianceSlope = moments.VarianceSlope;
            double ownKurtosis = moments.ActivationKurtosis - 1 - (KeptLength(layers[i]) * varianceSlope * varianceSlope);
            double own = Math.Max(ownKurtosis, 0) / layers[i].Units;
            spreads[i] = new(Math.Sqrt((varianceSlope * varianceSlope * ofVariance[i]) + own) / 2, 0);
        }

        // Backward, the gradient's own fluctuation, and what those of the forward signal do to the slopes it passes.
        double backward = 0;
        double forward = 0;
        double sensitivity = 0; // of the log of the gradient's variance, to log q
        for (int i = count - 2; i >= 0; i--)
        {
            GaussianMoments moments = signals[i].Moments;
            double next = share[i + 1] * sensitivity;
            forward += next * next * added[i];
            sensitivity = moments.DerivativeSlope + (next * moments.SecondMomentSlope);
            backward += Math.Max((3 * moments.DerivativeKurtosis) - 1 - KeptLength(layers[i + 1]), 0) / layers[i].Units;
            double variance = backward + forward + (sensitivity * sensitivity * ofVariance[i]);
            spreads[i] = spreads[i] with { Gradient = Math.Sqrt(variance) / 2 };
        }

        return spreads;
    }

    // What orthogonal square matrices take from the fluctuation, as they keep the length of what they are given.
    private static double KeptLength(ResolvedLayer layer) =>
        layer.Weights is { Distribution: OrthogonalWeights, Context: var matrix } && matrix.Rows == matrix.Columns ? 2 : 0;
}
