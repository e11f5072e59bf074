using System;
using System.Collections.Generic;
using InitGen.Initialization;
using InitGen.Specification;

namespace InitGen.Propagation;

/// <summary>Predicts the signal of a wide network at initialization by mean-field theory: pre-activations of a layer are normal, and
/// their mean and variance follow from layer to layer (Poole et al. 2016; Schoenholz et al. 2017).</summary>
internal static class SignalPropagation
{
    // Pre-activations that agree to this have the same moments: in a stack that has come to its fixed point they need no second look.
    private const double FixedPointTolerance = 1e-14;

    /// <summary>The prediction of a network.</summary>
    /// <param name="network">The network, for its input.</param>
    /// <param name="layers">Its resolved layers.</param>
    /// <returns>One prediction a layer, and one of the whole. What depends on a layer whose weights are not independent and of mean 0 is
    /// NaN.</returns>
    public static NetworkPrediction Predict(NetworkSpec network, IReadOnlyList<ResolvedLayer> layers)
    {
        LayerSignal[] signals = Forward(network, layers);
        SeedSpread[] spreads = SeedSpread.Of(network, layers, signals);
        var predictions = new LayerPrediction[layers.Count];
        double gradient = 1;
        for (int i = layers.Count - 1; i >= 0; i--)
        {
            if (i + 1 < layers.Count)
            {
                double weights = Math.Sqrt(layers[i + 1].Units * SecondMoment(layers, i + 1));
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
                SignalStdDev = signals[i].Pair.SignalStdDev,
                SaturatedFraction = signals[i].Moments.SaturatedFraction,
                GradientStdDev = gradient,
                GradientSpread = spreads[i].Gradient,
            };
        }

        return new NetworkPrediction(predictions, TangentKernel.Of(network, layers, signals).LearningRates);
    }

    /// <summary>The second moment of a layer's weights; NaN where they do not make normal pre-activations, or where what comes in from
    /// weights of another mean than 0 is alike, as these are too.</summary>
    internal static double SecondMoment(IReadOnlyList<ResolvedLayer> layers, int index)
    {
        WeightDistribution weights = layers[index].Weights;
        bool isAlike = weights.Mean != 0 && index > 0 && layers[index - 1].Weights.Mean != 0;
        return isAlike ? double.NaN : Variance(layers[index]) + (weights.Mean * weights.Mean);
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

    /// <summary>From the input to the output: z ~ N(b + n·w·μ, q), q = n·(v·M + w²·(M − μ²)) + s², with the mean μ and the second moment M of
    /// the layer's inputs, and the mean w of its weights, nearly always 0; two inputs' pre-activations have q − c = n·(v + w²)·S², with the
    /// signal S over inputs of the layer before.</summary>
    private static LayerSignal[] Forward(NetworkSpec network, IReadOnlyList<ResolvedLayer> layers)
    {
        var signals = new LayerSignal[layers.Count];
        double rootMeanSquare = RootMeanSquare(network);
        double signal = network.InputStdDev;
        for (int i = 0; i < layers.Count; i++)
        {
            ResolvedLayer layer = layers[i];
            double mean = layer.Bias;
            double stdDev = PreActivationStdDev(layer, rootMeanSquare);
            double secondMoment = SecondMoment(layers, i);
            double difference = Times(Math.Sqrt(layer.Inputs * secondMoment), signal);
            if (layer.Weights.Mean != 0)
            {
                double inputMean = i == 0 ? network.InputMean : signals[i - 1].Moments.ActivationMean;
                double inputStdDev = i == 0 ? network.InputStdDev : signals[i - 1].Moments.ActivationStdDev;
                mean += layer.Inputs * layer.Weights.Mean * inputMean;
                stdDev = double.IsNaN(secondMoment)
                    ? double.NaN
                    : Hypotenuse(stdDev, Math.Sqrt(layer.Inputs) * layer.Weights.Mean * inputStdDev);
            }

            signals[i] = i > 0 && IsFixedPoint(layer, mean, stdDev, difference, layers[i - 1], signals[i - 1])
                ? signals[i - 1]
                : LayerSignal.Of(layer, mean, stdDev, difference);
            rootMeanSquare = RootMeanSquare(signals[i].Moments);
            signal = signals[i].Pair.SignalStdDev;
        }

        return signals;
    }

    private static bool IsFixedPoint(
        ResolvedLayer layer, double mean, double stdDev, double difference, ResolvedLayer previous, LayerSignal signal) =>
        layer.Activation == previous.Activation && mean == signal.Mean
        && Math.Abs(stdDev - signal.StdDev) <= FixedPointTolerance * signal.StdDev
        && Math.Abs(difference - signal.Difference) <= FixedPointTolerance * signal.Difference;

    private static double Variance(ResolvedLayer layer) => layer.Weights.IsPredictable ? layer.WeightVariance : double.NaN;

    /// <summary>A product in which 0 wins over what has overflown or is unknown: weights of 0 pass nothing on, whatever comes in.</summary>
    internal static double Times(double left, double right) => left == 0 || right == 0 ? 0 : left * right;

    /// <summary>√(x² + y²), whose squares may be out of the range of a double.</summary>
    private static double Hypotenuse(double x, double y)
    {
        double larger = Math.Max(Math.Abs(x), Math.Abs(y));
        double ratio = Math.Min(Math.Abs(x), Math.Abs(y)) / larger;
        return larger == 0 || double.IsInfinity(larger) ? larger : larger * Math.Sqrt(1 + (ratio * ratio));
    }
}

/// <summary>What is predicted of a network.</summary>
/// <param name="Layers">The signal at each resolved layer.</param>
/// <param name="LearningRates">The rates of gradient descent that train it.</param>
internal sealed record NetworkPrediction(IReadOnlyList<LayerPrediction> Layers, LearningRateWindow LearningRates);
