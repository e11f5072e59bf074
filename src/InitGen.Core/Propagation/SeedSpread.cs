using System;
using System.Collections.Generic;
using System.Linq;
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
    /// <param name="network">The network, for its input.</param>
    /// <param name="layers">Its resolved layers.</param>
    /// <param name="signals">Their predicted forward signals.</param>
    internal static SeedSpread[] Of(NetworkSpec network, IReadOnlyList<ResolvedLayer> layers, IReadOnlyList<LayerSignal> signals)
    {
        int count = layers.Count;
        var spreads = new SeedSpread[count];
        var ofVariance = new double[count]; // the variance of log q, q that of the pre-activations
        var added = new double[count]; // what each layer adds to the variance of log E[φ²]
        var ofSecondMoment = new double[count]; // that variance
        var share = new double[count][]; // what of q comes from each of the layers before, not from the biases' noise
        for (int i = 0; i < count; i++)
        {
            GaussianMoments moments = signals[i].Moments;
            Signal[] inputs = SignalPropagation.InputsOf(network, layers[i], signals);
            share[i] = [.. inputs.Select((_, k) => layers[i].Spec.InheritedShare(layers[i], inputs, k, signals[i].PreActivation))];
            if (inputs.Length == 1)
            {
                ofVariance[i] = layers[i].From[0] is >= 0 and var source ? share[i][0] * share[i][0] * ofSecondMoment[source] : 0;
            }
            else
            {
                // Branches start from one stream, and are large where it is.
                double together = Enumerable.Range(0, inputs.Length)
                    .Sum(k => layers[i].From[k] is >= 0 and var source ? share[i][k] * Math.Sqrt(ofSecondMoment[source]) : 0);
                ofVariance[i] = together * together;
            }

            // Without random weights of its own a layer adds nothing.
            int units = layers[i].Units;
            double slope = SecondMomentSlope(layers[i], moments);
            added[i] = IsRandom(layers[i]) ? Math.Max(moments.SecondMomentSpread - (KeptLength(layers[i]) * slope * slope), 0) / units : 0;
            ofSecondMoment[i] = (slope * slope * ofVariance[i]) + added[i];

            double varianceSlope = FluctuatesAsInput(layers[i]) ? 1 : moments.VarianceSlope;
            double ownKurtosis = moments.ActivationKurtosis - 1 - (KeptLength(layers[i]) * varianceSlope * varianceSlope);
            double own = IsRandom(layers[i]) ? Math.Max(ownKurtosis, 0) / units : 0;
            spreads[i] = new(Math.Sqrt((varianceSlope * varianceSlope * ofVariance[i]) + own) / 2, 0);
        }

        // Backward, the gradient's own fluctuation, and what those of the forward signal do to the slopes it passes; where several layers read
        // one, what comes through each by its part of the gradient.
        var backward = new double[count];
        var forward = new double[count];
        var sensitivity = new double[count]; // of the log of the gradient's variance, to log q
        var variance = new double[count]; // of the gradient, relative to the last layer's
        var readers = new List<(int Reader, int Input, double Variance)>[count]; // and what comes through each
        for (int i = count - 1; i >= 0; i--)
        {
            GaussianMoments moments = signals[i].Moments;
            double passedInAll = (readers[i] ?? []).Sum(static reader => reader.Variance);
            variance[i] = i == count - 1 ? 1 : moments.DerivativeSecondMoment * passedInAll;
            Signal[] inputs = SignalPropagation.InputsOf(network, layers[i], signals);
            for (int k = 0; k < inputs.Length; k++)
            {
                if (layers[i].From[k] is >= 0 and var source)
                {
                    double gain = layers[i].Spec.GradientGain(layers[i], inputs, k);
                    (readers[source] ??= []).Add((i, k, gain * gain * variance[i]));
                }
            }

            if (i == count - 1)
            {
                continue;
            }

            foreach ((int reader, int input, double passed) in readers[i] ?? [])
            {
                double part = readers[i].Count == 1 ? 1 : passed / passedInAll;
                double next = share[reader][input] * sensitivity[reader];
                double own = IsRandom(layers[reader])
                    ? (3 * moments.DerivativeKurtosis) - 1 - KeptLength(layers[reader])
                    : moments.DerivativeKurtosis - 1;
                forward[i] += part * (forward[reader] + (next * next * added[i]));
                backward[i] += part * (backward[reader] + (Math.Max(own, 0) / layers[i].Units));
                sensitivity[i] += part * next * SecondMomentSlope(layers[i], moments);
            }

            sensitivity[i] += moments.DerivativeSlope;
            double total = backward[i] + forward[i] + (sensitivity[i] * sensitivity[i] * ofVariance[i]);
            spreads[i] = spreads[i] with { Gradient = Math.Sqrt(total) / 2 };
        }

        return spreads;
    }

    // Where the mean fluctuates with the standard deviation, so does the second moment.
    private static double SecondMomentSlope(ResolvedLayer layer, GaussianMoments moments) =>
        FluctuatesAsInput(layer) ? 1 : moments.SecondMomentSlope;

    private static bool FluctuatesAsInput(ResolvedLayer layer) =>
        layer.Spec.FluctuatesAsInput && layer.Activation.Kind == InitGen.Activation.Linear;

    private static bool IsRandom(ResolvedLayer layer) => layer.Weights is not null;

    // What orthogonal square matrices take from the fluctuation, as they keep the length of what they are given.
    private static double KeptLength(ResolvedLayer layer) =>
        layer.Weights is { Context: var matrix } weights && weights.Distribution.KeepsLength(matrix.Columns, matrix.Rows) ? 2 : 0;
}
