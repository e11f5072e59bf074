using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Activations;

namespace InitGen.Propagation;

/// <summary>Where the signal of a network first leaves its thresholds. There is at most one such place: what is seen behind it is its
/// consequence.</summary>
/// <param name="Fault">How it leaves them.</param>
/// <param name="Layer">The number of the layer, from 0; those of stacks counted one by one.</param>
/// <param name="MeasuredLayer">The number of the layer whose figures say how bad it is: where gradients vanish, the one whose weights get
/// the largest; where they explode, the first.</param>
public sealed record ThresholdCrossing(SignalFault Fault, int Layer, int MeasuredLayer)
{
    /// <summary>Whether it is the gradient, which flows from the output to the input, that leaves its thresholds.</summary>
    public bool IsOfGradient => Fault is SignalFault.VanishingGradients or SignalFault.ExplodingGradients;

    /// <summary>Whether the network learns in spite of it: small activations whose weights get a gradient all the same. Not where the
    /// threshold is stricter than the default.</summary>
    public bool IsHarmless { get; init; }

    /// <summary>The standard deviation, over inputs, of the gradient of a weight, relative to a gradient of 1 at the last layer: that of the
    /// layer's pre-activations times the part of what comes in that tells inputs apart. Where the network's input is smaller than 1, it is
    /// relative to the input too: how inputs are scaled is for the learning rate.</summary>
    /// <param name="inputMean">The mean of the network's input.</param>
    /// <param name="inputStdDev">Its standard deviation.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="signal">The signal at each of them, predicted or measured.</param>
    /// <param name="layer">The number of the layer.</param>
    public static double WeightGradientStdDev(
        double inputMean, double inputStdDev, IReadOnlyList<JudgedLayer> layers, IReadOnlyList<LayerPrediction> signal, int layer)
    {
        double scale = Math.Min(RootMeanSquare(inputMean, inputStdDev), 1);
        int source = layers[layer].From[0];
        return signal[layer].GradientStdDev * ((source < 0 ? inputStdDev : OverInputs(signal[source])) / scale);
    }

    /// <summary>The first crossing: of the activations from the input on, else of the gradients from the output back.</summary>
    /// <param name="inputMean">The mean of the network's input.</param>
    /// <param name="inputStdDev">Its standard deviation.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="lastBias">The value that the biases of the last layer start from; 0 without biases.</param>
    /// <param name="signal">The signal at each of them, predicted or measured.</param>
    /// <param name="thresholds">The thresholds.</param>
    /// <returns>The crossing; null where there is none, or where nothing is known, or where the input is always 0.</returns>
    public static ThresholdCrossing? FindFirst(
        double inputMean,
        double inputStdDev,
        IReadOnlyList<JudgedLayer> layers,
        double lastBias,
        IReadOnlyList<LayerPrediction> signal,
        SignalThresholds thresholds)
    {
        double rootMeanSquare = RootMeanSquare(inputMean, inputStdDev);
        if (rootMeanSquare == 0)
        {
            return null;
        }

        double smallScale = rootMeanSquare;
        ThresholdCrossing? ofGradient = FindFirstOfGradient(inputMean, inputStdDev, layers, signal, thresholds);
        ThresholdCrossing? harmless = null;

        bool[] isLost = FindLost(layers, signal);
        bool[] isNormalized = FindNormalized(layers);
        for (int layer = 0; layer < signal.Count; layer++)
        {
            if (isLost[layer])
            {
                continue;
            }

            // A bounded activation function has a scale of its own, 1: beside it, inputs in the hundreds are no measure.
            var function = ActivationFunction.Of(layers[layer].Activation);
            if (function.IsBounded)
            {
                smallScale = Math.Min(smallScale, 1);
            }

            // A bias of the last layer is what its author knows of the targets: how rare a class is. Its sigmoid belongs to the loss, and
            // the gradient of a cross-entropy does not pass its slope.
            bool isLast = layer == signal.Count - 1;
            bool isOfLoss = isLast && (lastBias != 0 || layers[layer].Activation == Activation.Sigmoid);

            // Asked first: units that are inactive or saturated explain why little of the signal passes them.
            SignalFault? fault = (isOfLoss ? null : UnitFaultOf(function.IsSigmoidal, signal[layer].SaturatedFraction, thresholds))
                ?? (isNormalized[layer] ? null : ScaleFaultOf(signal[layer].ActivationStdDev, isLast, smallScale, rootMeanSquare, thresholds));
            if (fault is SignalFault.VanishingActivations && ofGradient is not { Fault: SignalFault.VanishingGradients })
            {
                // Who asks for more than the default has a reason.
                bool isDefault = thresholds.MinimumActivationStdDev <= SignalThresholds.Default.MinimumActivationStdDev;
                harmless ??= new ThresholdCrossing(fault.Value, layer, layer) { IsHarmless = isDefault };
            }
            else if (fault is not null)
            {
                return new ThresholdCrossing(fault.Value, layer, layer);
            }
        }

        return FindLostSignal(inputMean, inputStdDev, layers, signal, thresholds) ?? ofGradient ?? harmless;
    }

    /// <summary>Whether it is too little of something, so that the largest that is possible is nearest to its threshold.</summary>
    public bool IsOfTooLittle =>
        Fault is SignalFault.VanishingActivations or SignalFault.VanishingGradients or SignalFault.IndistinguishableInputs;

    /// <summary>The crossing of a signal of which only bounds are known.</summary>
    /// <param name="lower">That of the least of each of its numbers.</param>
    /// <param name="upper">That of the largest.</param>
    /// <returns>Where both leave their thresholds in the same way, the one that does so less; else null.</returns>
    public static ThresholdCrossing? Between(ThresholdCrossing? lower, ThresholdCrossing? upper)
    {
        if (lower is null || upper is null || lower.Fault != upper.Fault)
        {
            return null;
        }

        return (lower.IsOfTooLittle ? upper : lower) with { IsHarmless = lower.IsHarmless || upper.IsHarmless };
    }

    /// <summary>The part of the root mean square of a layer's activations that tells inputs apart.</summary>
    /// <param name="layer">The signal at the layer, predicted or measured.</param>
    public static double SignalFraction(LayerPrediction layer) =>
        layer.SignalStdDev / RootMeanSquare(layer.ActivationMean, layer.ActivationStdDev);

    // The first hidden layer whose inputs were lost on the way, where that is why no weight gets a gradient. Not where the inputs themselves
    // are hardly different, or where weights of 0 pass nothing on purpose.
    private static ThresholdCrossing? FindLostSignal(
        double inputMean,
        double inputStdDev,
        IReadOnlyList<JudgedLayer> layers,
        IReadOnlyList<LayerPrediction> signal,
        SignalThresholds thresholds)
    {
        if (inputStdDev <= thresholds.MinimumSignalFraction * RootMeanSquare(inputMean, inputStdDev)
            || FindFirstOfGradient(inputMean, inputStdDev, layers, signal, SignalThresholds.Default) is not { Fault: SignalFault.VanishingGradients })
        {
            return null;
        }

        bool[] isLost = FindLost(layers, signal);
        for (int layer = 0; layer < signal.Count - 1; layer++)
        {
            if (!isLost[layer] && signal[layer].SignalStdDev > 0 && SignalFraction(signal[layer]) < thresholds.MinimumSignalFraction)
            {
                return new ThresholdCrossing(SignalFault.IndistinguishableInputs, layer, layer);
            }
        }

        return null;
    }

    // Behind layers that nothing is known of (NaN), or that pass nothing of the input (0), there is no signal.
    private static bool[] FindLost(IReadOnlyList<JudgedLayer> layers, IReadOnlyList<LayerPrediction> signal)
    {
        var isLost = new bool[signal.Count];
        for (int layer = 0; layer < isLost.Length; layer++)
        {
            isLost[layer] = !(signal[layer].PreActivationStdDev > 0)
                || (!layers[layer].Normalizes && layers[layer].From.All(source => source >= 0 && isLost[source]));
        }

        return isLost;
    }

    // What goes into normalizations alone can be of any scale.
    private static bool[] FindNormalized(IReadOnlyList<JudgedLayer> layers)
    {
        var isNormalized = new bool[layers.Count];
        var isRead = new bool[layers.Count];
        for (int layer = layers.Count - 1; layer >= 0; layer--)
        {
            foreach (int source in layers[layer].From.Where(static source => source >= 0))
            {
                bool isScaleLost = layers[layer].Normalizes || (!layers[layer].HasWeights && isNormalized[layer]);
                isNormalized[source] = isScaleLost && (!isRead[source] || isNormalized[source]);
                isRead[source] = true;
            }
        }

        return isNormalized;
    }

    private static SignalFault? UnitFaultOf(bool isSigmoidal, double saturatedFraction, SignalThresholds thresholds) => isSigmoidal
        ? saturatedFraction > thresholds.MaximumSaturatedFraction ? SignalFault.SaturatedUnits : null
        : saturatedFraction > thresholds.MaximumInactiveFraction ? SignalFault.DeadUnits : null;

    private static SignalFault? ScaleFaultOf(
        double stdDev, bool isLast, double smallScale, double largeScale, SignalThresholds thresholds)
    {
        if (stdDev > thresholds.MaximumActivationStdDev * largeScale)
        {
            return SignalFault.ExplodingActivations;
        }

        // Small weights in the last layer are a start near equal outputs, which many want.
        return stdDev < thresholds.MinimumActivationStdDev * smallScale && !isLast ? SignalFault.VanishingActivations : null;
    }

    private static ThresholdCrossing? FindFirstOfGradient(
        double inputMean,
        double inputStdDev,
        IReadOnlyList<JudgedLayer> layers,
        IReadOnlyList<LayerPrediction> signal,
        SignalThresholds thresholds)
    {
        if (signal[0].GradientStdDev > thresholds.MaximumGradientStdDev)
        {
            int exploding = Last(signal, gradient => gradient > thresholds.MaximumGradientStdDev);
            return new ThresholdCrossing(SignalFault.ExplodingGradients, exploding, 0);
        }

        // The gradient of a single layer is the input's, whatever its weights are, and of an input that never differs nothing is learnt.
        if (signal.Count == 1 || inputStdDev == 0)
        {
            return null;
        }

        // One layer that learns lifts the others; one of which nothing is known may be that one.
        int largest = 0;
        double largestGradient = double.NegativeInfinity;
        for (int layer = 0; layer < signal.Count; layer++)
        {
            if (!layers[layer].HasWeights)
            {
                continue;
            }

            double gradient = WeightGradientStdDev(inputMean, inputStdDev, layers, signal, layer);
            if (!(gradient < thresholds.MinimumGradientStdDev))
            {
                return null;
            }

            (largest, largestGradient) = gradient > largestGradient ? (layer, gradient) : (largest, largestGradient);
        }

        int vanishing = Last(signal, gradient => gradient < thresholds.MinimumGradientStdDev);
        return new ThresholdCrossing(SignalFault.VanishingGradients, vanishing < 0 ? largest : vanishing, largest);
    }

    private static int Last(IReadOnlyList<LayerPrediction> signal, Func<double, bool> isBeyond)
    {
        int layer = signal.Count - 1;
        while (layer >= 0 && !isBeyond(signal[layer].GradientStdDev))
        {
            layer--;
        }

        return layer;
    }

    private static double RootMeanSquare(double mean, double stdDev) => Math.Sqrt((mean * mean) + (stdDev * stdDev));

    // What was not measured is at most all of it.
    private static double OverInputs(LayerPrediction prediction) =>
        double.IsNaN(prediction.SignalStdDev) ? prediction.ActivationStdDev : prediction.SignalStdDev;
}

/// <summary>What of a layer decides how its signal is judged.</summary>
/// <param name="Activation">Its activation.</param>
/// <param name="From">The numbers of the layers that it reads; −1 is the network's input.</param>
/// <param name="HasWeights">Whether it has weights, which learn.</param>
/// <param name="Normalizes">Whether the scale of what comes in does not matter behind it.</param>
public readonly record struct JudgedLayer(Activation Activation, IReadOnlyList<int> From, bool HasWeights, bool Normalizes = false);
