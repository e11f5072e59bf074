using System;
using System.Collections.Generic;
using InitGen.Activations;
using InitGen.Specification;

namespace InitGen.Analyzers.Signal;

/// <summary>Where the signal of a network first leaves its thresholds. There is at most one such place: what is predicted behind it is its
/// consequence.</summary>
/// <param name="Fault">How it leaves them.</param>
/// <param name="Layer">The number of the layer among the resolved ones.</param>
public sealed record ThresholdCrossing(SignalFault Fault, int Layer)
{
    /// <summary>Whether it is the gradient, which flows from the output to the input, that leaves its thresholds.</summary>
    public bool IsOfGradient => Fault is SignalFault.VanishingGradients or SignalFault.ExplodingGradients;

    /// <summary>The number of the layer whose prediction says how bad it is: for gradients the first one, which gets the least.</summary>
    public int MeasuredLayer => IsOfGradient ? 0 : Layer;

    /// <summary>The first crossing: of the activations from the input on, else of the gradients from the output back.</summary>
    /// <param name="rootMeanSquare">The root mean square of the network's input.</param>
    /// <param name="layers">The resolved layers.</param>
    /// <param name="predicted">Their predictions.</param>
    /// <param name="thresholds">The thresholds.</param>
    /// <returns>The crossing; null where there is none, or where nothing is known, or where the input is always 0.</returns>
    public static ThresholdCrossing? FindFirst(
        double rootMeanSquare, IReadOnlyList<ResolvedLayer> layers, IReadOnlyList<LayerPrediction> predicted, SignalThresholds thresholds)
    {
        if (rootMeanSquare == 0)
            return null;

        double smallScale = rootMeanSquare;

        // Behind a layer that nothing is known of (NaN), or that passes nothing of the input (0), there is no signal.
        for (int layer = 0; layer < layers.Count && predicted[layer].PreActivationStdDev > 0; layer++)
        {
            // A bounded activation function has a scale of its own, 1: beside it, inputs in the hundreds are no measure.
            if (IsBounded(layers[layer]))
                smallScale = Math.Min(smallScale, 1);

            bool isLast = layer == layers.Count - 1;
            SignalFault? fault = UnitFaultOf(layers[layer], predicted[layer], isLast, thresholds)
                ?? ScaleFaultOf(predicted[layer].ActivationStdDev, isLast, smallScale, rootMeanSquare, thresholds);
            if (fault is not null)
                return new ThresholdCrossing(fault.Value, layer);
        }

        return FindFirstOfGradient(predicted, thresholds);
    }

    // Asked first: units that are inactive or saturated explain why little of the signal passes them.
    private static SignalFault? UnitFaultOf(ResolvedLayer layer, LayerPrediction prediction, bool isLast, SignalThresholds thresholds)
    {
        // A bias of the last layer is what its author knows of the targets: how rare a class is.
        if (isLast && layer.Bias != 0)
            return null;

        return IsBounded(layer)
            ? prediction.SaturatedFraction > thresholds.MaximumSaturatedFraction ? SignalFault.SaturatedUnits : null
            : prediction.SaturatedFraction > thresholds.MaximumInactiveFraction ? SignalFault.DeadUnits : null;
    }

    private static SignalFault? ScaleFaultOf(
        double stdDev, bool isLast, double smallScale, double largeScale, SignalThresholds thresholds)
    {
        if (stdDev > thresholds.MaximumActivationStdDev * largeScale)
            return SignalFault.ExplodingActivations;

        // Small weights in the last layer are a start near equal outputs, which many want.
        return stdDev < thresholds.MinimumActivationStdDev * smallScale && !isLast ? SignalFault.VanishingActivations : null;
    }

    private static bool IsBounded(ResolvedLayer layer) => ActivationFunction.Of(layer.Activation, layer.Slope).Range is not null;

    private static ThresholdCrossing? FindFirstOfGradient(IReadOnlyList<LayerPrediction> predicted, SignalThresholds thresholds)
    {
        SignalFault? fault = GradientFaultOf(predicted, 0, thresholds);
        for (int layer = predicted.Count - 1; fault is not null && layer >= 0; layer--)
        {
            if (GradientFaultOf(predicted, layer, thresholds) == fault)
                return new ThresholdCrossing(fault.Value, layer);
        }

        return null;
    }

    private static SignalFault? GradientFaultOf(IReadOnlyList<LayerPrediction> predicted, int layer, SignalThresholds thresholds)
    {
        double gradient = predicted[layer].GradientStdDev;
        if (gradient > thresholds.MaximumGradientStdDev)
            return SignalFault.ExplodingGradients;

        // Small weights in the last layer shrink all gradients alike, and only until it has learned; none at all are behind zeros.
        double lastHidden = predicted[predicted.Count > 1 ? predicted.Count - 2 : 0].GradientStdDev;
        double minimum = thresholds.MinimumGradientStdDev;
        return gradient > 0 && gradient < minimum && gradient < minimum * lastHidden ? SignalFault.VanishingGradients : null;
    }
}
