using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Layers;

namespace InitGen.Propagation;

/// <summary>Predicts the signal of a wide network at initialization by mean-field theory: pre-activations of a layer are normal, and
/// their mean and variance follow from layer to layer (Poole et al. 2016; Schoenholz et al. 2017).</summary>
internal static class SignalPropagation
{
    // Pre-activations that agree to this have the same moments: in a stack that has come to its fixed point they need no second look.
    private const double FixedPointTolerance = 1e-14;

    // Among them are, nearly, the least and the largest of what depends on the correlation of positions: most of it falls or rises with it;
    // the standard deviation of a maximum of rectified values is largest in the middle.
    private static readonly double[] Correlations = [0, 0.5, 1];

    /// <summary>The prediction of a network.</summary>
    /// <param name="network">The network, for its input.</param>
    /// <param name="layers">Its resolved layers.</param>
    /// <returns>One prediction a layer, and one of the whole. What depends on a layer whose weights are not independent and of mean 0 is
    /// NaN; so is, beside its bounds, what depends on the correlation of positions where that is not known.</returns>
    public static NetworkPrediction Predict(NetworkSpec network, IReadOnlyList<ResolvedLayer> layers) =>
        double.IsNaN(network.InputCorrelation) && layers.Any(static layer => layer.Spec.ReadsCorrelation)
            ? NetworkPrediction.Between(
                [.. Correlations.Select(correlation => PredictKnown(network with { InputCorrelation = correlation }, layers))])
            : PredictKnown(network, layers);

    private static NetworkPrediction PredictKnown(NetworkSpec network, IReadOnlyList<ResolvedLayer> layers)
    {
        if (layers.Count == 0)
        {
            return new NetworkPrediction([], TangentKernel.Unknown.LearningRates);
        }

        LayerSignal[] signals = Forward(network, layers);
        SeedSpread[] spreads = SeedSpread.Of(network, layers, signals);
        var predictions = new LayerPrediction[layers.Count];
        var gradients = new double[layers.Count];
        gradients[layers.Count - 1] = 1;
        for (int i = layers.Count - 1; i >= 0; i--)
        {
            predictions[i] = new LayerPrediction
            {
                PreActivationMean = signals[i].PreActivation.Mean,
                PreActivationStdDev = signals[i].PreActivation.StdDev,
                ActivationMean = signals[i].Moments.ActivationMean,
                ActivationStdDev = signals[i].Moments.ActivationStdDev,
                ActivationSpread = spreads[i].Activation,
                SignalStdDev = signals[i].Pair.SignalStdDev,
                SaturatedFraction = signals[i].Moments.SaturatedFraction,
                GradientStdDev = gradients[i],
                GradientSpread = spreads[i].Gradient,
            };

            // What a layer gets is summed over all that read it.
            Signal[] inputs = InputsOf(network, layers[i], signals);
            for (int k = 0; k < inputs.Length; k++)
            {
                if (layers[i].From[k] is >= 0 and var source)
                {
                    double derivative = Math.Sqrt(signals[source].Moments.DerivativeSecondMoment);
                    double gain = layers[i].Spec.GradientGain(layers[i], inputs, k);
                    gradients[source] = Hypotenuse(gradients[source], Times(gain, Times(derivative, gradients[i])));
                }
            }
        }

        return new NetworkPrediction(predictions, TangentKernel.Of(network, layers, signals).LearningRates);
    }

    /// <summary>A network's input.</summary>
    internal static Signal Input(NetworkSpec network) =>
        new(network.InputMean, network.InputStdDev, network.InputStdDev)
        {
            BetweenPositions = network.InputStdDev * Math.Sqrt(1 - network.InputCorrelation),
            Law = SignalLaw.Normal,
            Origins = [-1],
        };

    /// <summary>What comes into a layer.</summary>
    /// <param name="network">The network, for its input.</param>
    /// <param name="layer">The layer, resolved.</param>
    /// <param name="signals">The signals of those before it.</param>
    internal static Signal[] InputsOf(NetworkSpec network, ResolvedLayer layer, IReadOnlyList<LayerSignal> signals) =>
        [.. layer.From.Select(source => source < 0 ? Input(network) : signals[source].Activation)];

    /// <summary>The pre-activations of a layer.</summary>
    /// <param name="network">The network, for its input.</param>
    /// <param name="layer">The layer, resolved.</param>
    /// <param name="index">Its number.</param>
    /// <param name="signals">The signals of those before it.</param>
    internal static Signal PreActivationOf(NetworkSpec network, ResolvedLayer layer, int index, IReadOnlyList<LayerSignal> signals)
    {
        Signal[] inputs = InputsOf(network, layer, signals);
        return layer.Spec.PreActivation(layer, inputs) with
        {
            Origins = layer.Weights is null ? [.. inputs.SelectMany(static input => input.Origins).Distinct()] : [index],
        };
    }

    private static LayerSignal[] Forward(NetworkSpec network, IReadOnlyList<ResolvedLayer> layers)
    {
        var signals = new LayerSignal[layers.Count];
        for (int i = 0; i < layers.Count; i++)
        {
            // Where a stack has come to its fixed point, the moments of one layer are those of the next.
            Signal preActivation = PreActivationOf(network, layers[i], i, signals);
            signals[i] = i > 0 && layers[i].Activation == layers[i - 1].Activation && IsFixedPoint(preActivation, signals[i - 1].PreActivation)
                ? signals[i - 1] with { PreActivation = signals[i - 1].PreActivation with { Origins = preActivation.Origins } }
                : LayerSignal.Of(layers[i].Activation.Function, preActivation);
        }

        return signals;
    }

    private static bool IsFixedPoint(Signal signal, Signal before) =>
        signal.Mean == before.Mean && signal.IsAlike == before.IsAlike
        && Math.Abs(signal.StdDev - before.StdDev) <= FixedPointTolerance * before.StdDev
        && Math.Abs(signal.Difference - before.Difference) <= FixedPointTolerance * before.Difference
        && !(Math.Abs(signal.BetweenPositions - before.BetweenPositions) > FixedPointTolerance * before.BetweenPositions);

    /// <summary>A product in which 0 wins over what has overflown or is unknown: weights of 0 pass nothing on, whatever comes in.</summary>
    internal static double Times(double left, double right) => left == 0 || right == 0 ? 0 : left * right;

    /// <summary>√(x² + y²), whose squares may be out of the range of a double.</summary>
    internal static double Hypotenuse(double x, double y)
    {
        double larger = Math.Max(Math.Abs(x), Math.Abs(y));
        double ratio = Math.Min(Math.Abs(x), Math.Abs(y)) / larger;
        return larger == 0 || double.IsInfinity(larger) ? larger : larger * Math.Sqrt(1 + (ratio * ratio));
    }
}
