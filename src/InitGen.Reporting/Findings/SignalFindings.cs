using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using InitGen.Propagation;
using InitGen.Wording;

namespace InitGen.Reporting;

/// <summary>Says in words what is wrong with a measured signal, by the thresholds that the compiler's warnings have.</summary>
internal static class SignalFindings
{
    // In wide layers, prediction and measurement agree to a few percent; in narrow ones of a deep network they may part by some ten.
    private const double LargestDeviation = 1.5;

    /// <summary>All that is wrong: values that are no numbers, units that copy each other, then the first place where the signal leaves
    /// its thresholds or its prediction. What is seen behind that place is its consequence.</summary>
    /// <param name="network">The network.</param>
    /// <param name="lastBias">A bias of its last layer.</param>
    /// <param name="thresholds">The thresholds.</param>
    public static IEnumerable<Finding> Of(NetworkReport network, double lastBias, SignalThresholds thresholds)
    {
        IReadOnlyList<LayerReport> layers = network.Layers;
        if (network.InputNonFiniteCount > 0)
        {
            yield return new Finding(
                FindingKind.NonFiniteValues,
                0,
                $"{NumberText.Of(network.InputNonFiniteCount)} values of the inputs are NaN or infinite; leave these inputs out or fill them in.");
        }
        else if (layers.FirstOrDefault(layer => layer.Measured.NonFiniteCount > 0) is { } spoiled)
        {
            yield return new Finding(
                FindingKind.NonFiniteValues,
                spoiled.Number,
                $"{Place(spoiled)}: {NumberText.Of(spoiled.Measured.NonFiniteCount)} values are NaN or infinite: the signal overflows.");
        }

        LayerReport[] copied = [.. layers.SkipLast(1).Where(layer => layer.CopiedUnits > 0)];
        if (copied.Length > 0)
        {
            yield return OfCopies(copied);
        }

        ThresholdCrossing? crossing = ThresholdCrossing.FindFirst(
            network.InputRootMeanSquare,
            [.. layers.Select(layer => layer.Info.Activation)],
            lastBias,
            [.. layers.Select(Twin)],
            thresholds);
        LayerReport? silent = layers.FirstOrDefault(layer => layer.Measured.PreActivationStdDev == 0);
        if (crossing is not null && (silent is null || (!crossing.IsOfGradient && crossing.Layer + 1 < silent.Number)))
        {
            yield return OfCrossing(network, crossing, thresholds);
        }
        else if (silent is not null)
        {
            yield return new Finding(FindingKind.NoSignal, silent.Number, $"{Place(silent)}: all units give the same for every input: no signal passes.");
        }
        else if (layers.FirstOrDefault(Deviates) is { } deviating)
        {
            yield return OfDeviation(deviating);
        }
    }

    private static Finding OfCopies(LayerReport[] copied)
    {
        LayerReport first = copied[0];
        string others = copied.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $" (and {copied.Length - 1} more layer{(copied.Length > 2 ? "s" : "")} alike)") : "";
        string fate = first.InseparableUnits > 0
            ? $"no training parts {(first.InseparableUnits == first.CopiedUnits ? "them" : $"{NumberText.Of((long)first.InseparableUnits)} of them")}"
            : "only their gradients part them";
        return new Finding(
            FindingKind.CopiedUnits,
            first.Number,
            $"{Place(first)}: {NumberText.Of((long)first.CopiedUnits)} of {NumberText.Of((long)first.Info.Units)} units are exact copies of another{others}; "
                + $"{fate}: initialize with random weights.");
    }

    private static Finding OfCrossing(NetworkReport network, ThresholdCrossing crossing, SignalThresholds thresholds)
    {
        LayerReport layer = network.Layers[crossing.Layer];
        double scale = network.InputRootMeanSquare;
        double stdDev = layer.Measured.ActivationStdDev;
        double predictedStdDev = layer.Predicted.ActivationStdDev;
        double saturated = layer.Measured.SaturatedFraction;
        (FindingKind kind, string text) = crossing.Fault switch
        {
            SignalFault.VanishingActivations => (
                FindingKind.VanishingActivations,
                $"activations {NumberText.Of(stdDev / scale)} of the input{Predicted(stdDev / scale, predictedStdDev / scale)}"),
            SignalFault.ExplodingActivations => (
                FindingKind.ExplodingActivations,
                $"activations {NumberText.Of(stdDev / scale)} times the input{Predicted(stdDev / scale, predictedStdDev / scale)}"),
            SignalFault.SaturatedUnits => (
                FindingKind.SaturatedUnits,
                $"{ReportText.Percent(saturated)} of the units saturated, more than {ReportText.Percent(thresholds.MaximumSaturatedFraction)}{PredictedPercent(layer)}"),
            SignalFault.DeadUnits => (
                FindingKind.DeadUnits,
                $"{ReportText.Percent(saturated)} of the units inactive, more than {ReportText.Percent(thresholds.MaximumInactiveFraction)}{PredictedPercent(layer)}"),
            SignalFault.VanishingGradients => (FindingKind.VanishingGradients, OfGradient(network, crossing)),
            _ => (FindingKind.ExplodingGradients, OfGradient(network, crossing)),
        };
        return new Finding(kind, layer.Number, $"{Place(layer)}: {text}.");
    }

    private static string OfGradient(NetworkReport network, ThresholdCrossing crossing)
    {
        LayerReport layer = network.Layers[crossing.Layer];
        string text = $"gradients {NumberText.Of(layer.GradientStdDev)} of those at the output"
            + Predicted(layer.GradientStdDev, layer.Predicted.GradientStdDev);
        LayerReport first = network.Layers[crossing.MeasuredLayer];
        return first == layer ? text : $"{text}; at the first layer {NumberText.Of(first.GradientStdDev)}";
    }

    private static Finding OfDeviation(LayerReport layer) => new(
        FindingKind.Deviation,
        layer.Number,
        $"{Place(layer)}: activations have a standard deviation of {NumberText.Of(layer.Measured.ActivationStdDev)}, not the predicted "
            + $"{NumberText.Of(layer.Predicted.ActivationStdDev)}: the inputs are not as declared, the weights not as initialized, or the layers "
            + "too narrow for a prediction.");

    private static bool Deviates(LayerReport layer)
    {
        double ratio = layer.Measured.ActivationStdDev / layer.Predicted.ActivationStdDev;
        return ratio is > LargestDeviation or < 1 / LargestDeviation;
    }

    /// <summary>The measured signal of a layer, in the shape of a prediction.</summary>
    private static LayerPrediction Twin(LayerReport layer) => new()
    {
        PreActivationMean = layer.Measured.PreActivationMean,
        PreActivationStdDev = layer.Measured.PreActivationStdDev,
        ActivationMean = layer.Measured.ActivationMean,
        ActivationStdDev = layer.Measured.ActivationStdDev,
        SaturatedFraction = layer.Measured.SaturatedFraction,
        GradientStdDev = layer.GradientStdDev,
    };

    private static string Place(LayerReport layer) => string.Create(CultureInfo.InvariantCulture, $"Layer {layer.Number} '{layer.Name}'");

    private static string Predicted(double measured, double predicted) =>
        double.IsNaN(predicted) ? "; nothing was predicted"
        : Math.Abs(measured - predicted) <= 0.1 * predicted ? "; predicted so"
        : $"; predicted {NumberText.Of(predicted)}";

    private static string PredictedPercent(LayerReport layer)
    {
        double predicted = layer.Predicted.SaturatedFraction;
        return double.IsNaN(predicted) ? "; nothing was predicted"
            : Math.Abs(layer.Measured.SaturatedFraction - predicted) <= 0.02 ? "; predicted so"
            : $"; predicted {ReportText.Percent(predicted)}";
    }
}
