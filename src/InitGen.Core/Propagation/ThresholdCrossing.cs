using System;
using System.Collections.Generic;
using InitGen.Activations;

namespace InitGen.Propagation;

/// <summary>Where the signal of a network first leaves its thresholds. There is at most one such place: what is seen behind it is its
/// consequence.</summary>
/// <param name="Fault">How it leaves them.</param>
/// <param name="Layer">The number of the layer, from 0; those of stacks counted one by one.</param>
public sealed record ThresholdCrossing(SignalFault Fault, int Layer)
{
    /// <summary>Whether it is the gradient, which flows from the output to the input, that leaves its thresholds.</summary>
    public bool IsOfGradient => Fault is SignalFault.VanishingGradients or SignalFault.ExplodingGradients;

    /// <summary>The number of the layer whose figures say how bad it is: for gradients the first one, which gets the least.</summary>
    public int MeasuredLayer => IsOfGradient ? 0 : Layer;

    /// <summary>The first crossing: of the activations from the input on, else of the gradients from the output back.</summary>
    /// <param name="rootMeanSquare">The root mean square of the network's input.</param>
    /// <param name="activations">The activation of each layer.</param>
    /// <param name="lastBias">The value that the biases of the last layer start from; 0 without biases.</param>
    /// <param name="signal">The signal at each layer, predicted or measured.</param>
    /// <param name="thresholds">The thresholds.</param>
    /// <returns>The crossing; null where there is none, or where nothing is known, or where the input is always 0.</returns>
    public static ThresholdCrossing? FindFirst(
        double rootMeanSquare,
        IReadOnlyList<Activation> activations,
        double lastBias,
        IReadOnlyList<LayerPrediction> signal,
        SignalThresholds thresholds)
    {
        if (rootMeanSquare == 0)
        {
            return null;
        }

        double smallScale = rootMeanSquare;

        // Behind a layer that nothing is known of (NaN), or that passes nothing of the input (0), there is no signal.
        for (int layer = 0; layer < signal.Count && signal[layer].PreActivationStdDev > 0; layer++)
        {
            // A bounded activation function has a scale of its own, 1: beside it, inputs in the hundreds are no measure.
            bool isBounded = ActivationFunction.Of(activations[layer]).IsBounded;
            if (isBounded)
            {
                smallScale = Math.Min(smallScale, 1);
            }

            // A bias of the last layer is what its author knows of the targets: how rare a class is. Its sigmoid belongs to the loss, and
            // the gradient of a cross-entropy does not pass its slope.
            bool isLast = layer == signal.Count - 1;
            bool isOfLoss = isLast && (lastBias != 0 || activations[layer] == Activation.Sigmoid);

            // Asked first: units that are inactive or saturated explain why little of the signal passes them.
            SignalFault? fault = (isOfLoss ? null : UnitFaultOf(isBounded, signal[layer].SaturatedFraction, thresholds))
                ?? ScaleFaultOf(signal[layer].ActivationStdDev, isLast, smallScale, rootMeanSquare, thresholds);
            if (fault is not null)
            {
                return new ThresholdCrossing(fault.Value, layer);
            }
        }

        return FindFirstOfGradient(signal, thresholds);
    }

    private static SignalFault? UnitFaultOf(bool isBounded, double saturatedFraction, SignalThresholds thresholds) => isBounded
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

    private static ThresholdCrossing? FindFirstOfGradient(IReadOnlyList<LayerPrediction> signal, SignalThresholds thresholds)
    {
        SignalFault? fault = GradientFaultOf(signal, 0, thresholds);
        for (int layer = signal.Count - 1; fault is not null && layer >= 0; layer--)
        {
            if (GradientFaultOf(signal, layer, thresholds) == fault)
            {
                return new ThresholdCrossing(fault.Value, layer);
            }
        }

        return null;
    }

    private static SignalFault? GradientFaultOf(IReadOnlyList<LayerPrediction> signal, int layer, SignalThresholds thresholds)
    {
        double gradient = signal[layer].GradientStdDev;
        if (gradient > thresholds.MaximumGradientStdDev)
        {
            return SignalFault.ExplodingGradients;
        }

        // Small weights in the last layer shrink all gradients alike, and only until it has learned; none at all are behind zeros.
        double lastHidden = signal[signal.Count > 1 ? signal.Count - 2 : 0].GradientStdDev;
        double minimum = thresholds.MinimumGradientStdDev;
        return gradient > 0 && gradient < minimum && gradient < minimum * lastHidden ? SignalFault.VanishingGradients : null;
    }
}
