using System;
using System.Collections.Generic;
using InitGen.Specification;

namespace InitGen.Propagation;

/// <summary>Predicts the signal of a wide network at initialization by mean-field theory: pre-activations of a layer are normal, and
/// their mean and variance follow from layer to layer (Poole et al. 2016; Schoenholz et al. 2017).</summary>
internal static class SignalPropagation
{
    // Pre-activations that agree to this have the same moments: in a stack that has come to its fixed point they need no second look.
    private const double FixedPointTolerance = 1e-14;

    /// <summary>The prediction for each resolved layer of a network.</summary>
    /// <param name="network">The network, for its input.</param>
    /// <param name="layers">Its resolved layers.</param>
    /// <returns>One prediction a layer. What depends on a layer whose weights are not independent and of mean 0 is NaN.</returns>
    public static IReadOnlyList<LayerPrediction> Predict(NetworkSpec network, IReadOnlyList<ResolvedLayer> layers)
    {
        LayerSignal[] signals = Forward(network, layers);
        SeedSpread[] spreads = SeedSpread.Of(network, layers, signals);
        var predictions = new LayerPrediction[layers.Count];
        double gradient = 1;
        for (int i = layers.Count - 1; i >= 0; i--)
        {
            if (i + 1 < layers.Count)
            {
                double weights = Math.Sqrt(layers[i + 1].Units * Variance(layers[i + 1]));
                double derivative = Math.Sqrt(signals[i].Moments.DerivativeSecondMoment);
                gradient = Times(weights, Times(derivative, gradient));
            }

            predictions[i] = new LayerPrediction
            {
                PreActivationMean = signals[i].Mean,
                PreActivationStdDev = signals[i].StdDev,
                ActivationMean = signals[i].Moments.ActivationMean,
                ActivationStdDev = signals[i].Moments.ActivationStdDev,
                ActivationSpread = spreads[i].Activation,
                SignalStdDev = signals[i].SignalStdDev,
                SaturatedFraction = signals[i].Moments.SaturatedFraction,
                GradientStdDev = gradient,
                GradientSpread = spreads[i].Gradient,
            };
        }

        return predictions;
    }

    /// <summary>The root mean square of a network's input.</summary>
    internal static double RootMeanSquare(NetworkSpec network) => Hypotenuse(network.InputMean, network.InputStdDev);

    /// <summary>The root mean square of activations.</summary>
    internal static double RootMeanSquare(GaussianMoments moments) => Hypotenuse(moments.ActivationMean, moments.ActivationStdDev);

    /// <summary>The standard deviation of a layer's pre-activations, √(n·v·M + s²).</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="rootMeanSquare">The root mean square √M of what comes in.</param>
    internal static double PreActivationStdDev(ResolvedLayer layer, double rootMeanSquare) =>
        Hypotenuse(Times(Math.Sqrt(layer.Inputs * Variance(layer)), rootMeanSquare), layer.BiasStdDev);

    /// <summary>From the input to the output: z ~ N(b, q), q = n·v·M + s², with the second moment M of the layer's inputs; two inputs'
    /// pre-activations have q − c = n·v·S², with the signal S over inputs of the layer before.</summary>
    private static LayerSignal[] Forward(NetworkSpec network, IReadOnlyList<ResolvedLayer> layers)
    {
        var signals = new LayerSignal[layers.Count];
        double rootMeanSquare = RootMeanSquare(network);
        double signal = network.InputStdDev;
        for (int i = 0; i < layers.Count; i++)
        {
            ResolvedLayer layer = layers[i];
            double stdDev = PreActivationStdDev(layer, rootMeanSquare);
            double difference = Times(Math.Sqrt(layer.Inputs * Variance(layer)), signal);
            signals[i] = i > 0 && IsFixedPoint(layer, stdDev, difference, layers[i - 1], signals[i - 1])
                ? signals[i - 1]
                : LayerSignal.Of(layer, stdDev, difference);
            rootMeanSquare = RootMeanSquare(signals[i].Moments);
            signal = signals[i].SignalStdDev;
        }

        return signals;
    }

    private static bool IsFixedPoint(
        ResolvedLayer layer, double stdDev, double difference, ResolvedLayer previous, LayerSignal signal) =>
        layer.Activation == previous.Activation && layer.Slope == previous.Slope && layer.Bias == signal.Mean
        && Math.Abs(stdDev - signal.StdDev) <= FixedPointTolerance * signal.StdDev
        && Math.Abs(difference - signal.Difference) <= FixedPointTolerance * signal.Difference;

    /// <summary>The variance of the layer's weights; NaN where they do not make normal pre-activations of mean 0.</summary>
    private static double Variance(ResolvedLayer layer) => layer.Weights.IsPredictable ? layer.WeightVariance : double.NaN;

    /// <summary>A product in which 0 wins over what has overflown or is unknown: weights of 0 pass nothing on, whatever comes in.</summary>
    private static double Times(double left, double right) => left == 0 || right == 0 ? 0 : left * right;

    /// <summary>√(x² + y²), whose squares may be out of the range of a double.</summary>
    private static double Hypotenuse(double x, double y)
    {
        double larger = Math.Max(Math.Abs(x), Math.Abs(y));
        double ratio = Math.Min(Math.Abs(x), Math.Abs(y)) / larger;
        return larger == 0 || double.IsInfinity(larger) ? larger : larger * Math.Sqrt(1 + (ratio * ratio));
    }
}
