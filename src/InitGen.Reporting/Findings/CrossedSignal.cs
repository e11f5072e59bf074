using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Propagation;
using InitGen.Wording;

namespace InitGen.Reporting;

/// <summary>A signal, measured or predicted, and the sentence that says where it leaves its thresholds.</summary>
/// <param name="network">The network.</param>
/// <param name="inputMean">The mean of its inputs.</param>
/// <param name="inputStdDev">Their standard deviation.</param>
/// <param name="isPredicted">Whether it is the prediction itself; else what was measured, in the shape of one.</param>
internal sealed class CrossedSignal(NetworkReport network, double inputMean, double inputStdDev, bool isPredicted)
{
    /// <summary>By what fraction a measurement may differ from a prediction that it agrees with.</summary>
    public const double Tolerance = 0.1;

    // The part of a standard deviation below which the rest, which is the same for every input, is worth saying.
    private const double SmallPart = 0.1;

    private readonly double _rootMeanSquare = Math.Sqrt((inputMean * inputMean) + (inputStdDev * inputStdDev));

    // Inputs from N(0, 1) need no words on the scale of a bounded activation, which is 1 too.
    private const double NearOne = 1.1;

    private IReadOnlyList<JudgedLayer> Judged =>
    [
        .. network.Layers.Select(static (layer, index) => new JudgedLayer(
            layer.Info.Activation, layer.Info.From.Count == 0 ? [index - 1] : layer.Info.From, layer.Info.WeightCount > 0, layer.Info.Normalizes)),
    ];

    /// <summary>Where the signal first leaves its thresholds; null where it does not.</summary>
    /// <param name="lastBias">A bias of the last layer.</param>
    public ThresholdCrossing? FindFirst(double lastBias)
    {
        return !isPredicted ? Find(MeasuredOf)
            : network.Layers.All(static layer => layer.Info.PredictedBounds is null) ? Find(static layer => layer.Predicted)
            : ThresholdCrossing.Between(Find(static layer => ReportText.Least(layer.Info)), Find(static layer => ReportText.Largest(layer.Info)));

        ThresholdCrossing? Find(Func<LayerReport, LayerPrediction> signal) => ThresholdCrossing.FindFirst(
            inputMean, inputStdDev, Judged, lastBias, [.. network.Layers.Select(signal)], network.Thresholds);
    }

    /// <summary>Says it.</summary>
    /// <param name="crossing">Where it leaves them.</param>
    public Finding Describe(ThresholdCrossing crossing)
    {
        LayerReport layer = network.Layers[crossing.Layer];
        SignalThresholds thresholds = network.Thresholds;
        (FindingKind kind, string rule, string text, string remedy) = crossing.Fault switch
        {
            SignalFault.VanishingActivations => (
                FindingKind.VanishingActivations,
                "INIT3001",
                OfActivations(crossing, "fall", $"below {ReportText.Share(thresholds.MinimumActivationStdDev)}"),
                "Use larger weights up to this layer; Init.Auto picks those that keep the signal."),
            SignalFault.ExplodingActivations => (
                FindingKind.ExplodingActivations,
                "INIT3002",
                OfActivations(crossing, "rise", $"above {ReportText.Share(thresholds.MaximumActivationStdDev)}"),
                "Use smaller weights up to this layer; Init.Auto picks those that keep the signal."),
            SignalFault.SaturatedUnits => (
                FindingKind.SaturatedUnits,
                "INIT3003",
                OfUnits(crossing, "saturated", thresholds.MaximumSaturatedFraction),
                "Use smaller weights, or scale the inputs to a standard deviation of 1."),
            SignalFault.DeadUnits => (
                FindingKind.DeadUnits,
                "INIT3006",
                OfUnits(crossing, "inactive", thresholds.MaximumInactiveFraction),
                "Use biases near 0 and inputs of mean 0, or an activation that passes a gradient below 0, as LeakyRelu does."),
            SignalFault.IndistinguishableInputs => (
                FindingKind.VanishingGradients,
                "INIT3011",
                OfLostSignal(crossing, thresholds.MinimumSignalFraction),
                "Use larger weights, less noise on the biases, fewer layers or another activation."),
            SignalFault.VanishingGradients => (
                FindingKind.VanishingGradients,
                "INIT3004",
                OfWeightGradients(crossing, $"below {ReportText.Share(thresholds.MinimumGradientStdDev)}"),
                "Use larger weights, fewer layers or another activation."),
            _ => (
                FindingKind.ExplodingGradients,
                "INIT3005",
                OfGradients(crossing, $"above {ReportText.Share(thresholds.MaximumGradientStdDev)}"),
                "Use smaller weights; Init.Auto picks those that keep the signal."),
        };
        return new Finding(kind, layer.Number, $"{ReportText.Place(layer)}: {text}{Reason(layer)}.", remedy, rule);
    }

    private string OfActivations(ThresholdCrossing crossing, string verb, string bound)
    {
        LayerReport layer = network.Layers[crossing.Layer];

        // Behind a bounded activation function, whose scale is 1, larger inputs count as 1.
        bool isBounded = network.Layers.Take(layer.Number).Any(before => before.Info.Activation.IsBounded());
        double scale = isBounded && verb == "fall" && _rootMeanSquare > NearOne ? 1 : _rootMeanSquare;
        string scaleText = scale < _rootMeanSquare ? "1, the scale of a bounded activation"
            : Math.Abs(inputMean) > 0.1 * inputStdDev ? "the input's root mean square"
            : "the input's";
        double ratio = SignalOf(layer, crossing).ActivationStdDev / scale;
        return $"the activations' standard deviation {Verb(verb)} to {Bound(layer, crossing)}{ReportText.ShareOf(ratio, scaleText)}, {bound}"
            + Agreement(ratio, layer, predicted => predicted.ActivationStdDev / scale, ReportText.Share)
            + ReportText.Change(ratio, layer.Number);
    }

    private string OfUnits(ThresholdCrossing crossing, string state, double threshold)
    {
        LayerReport layer = network.Layers[crossing.Layer];
        double fraction = SignalOf(layer, crossing).SaturatedFraction;
        return $"{Bound(layer, crossing)}{NumberText.Percent(fraction)} of the units are {(isPredicted ? "predicted to be " : "")}{state}, more than "
            + NumberText.Percent(threshold)
            + Agreement(fraction, layer, static predicted => predicted.SaturatedFraction, NumberText.Percent);
    }

    private string OfLostSignal(ThresholdCrossing crossing, double threshold)
    {
        LayerReport layer = network.Layers[crossing.Layer];
        double fraction = ThresholdCrossing.SignalFraction(SignalOf(layer, crossing));
        return $"{Bound(layer, crossing)}{NumberText.Percent(fraction)} of the activations {(isPredicted ? "is predicted to differ" : "differs")} from input to input, "
            + $"less than {NumberText.Percent(threshold)}, so that no weight gets a gradient to speak of"
            + Agreement(fraction, layer, ThresholdCrossing.SignalFraction, NumberText.Percent);
    }

    private string OfWeightGradients(ThresholdCrossing crossing, string bound)
    {
        double largest = WeightGradientStdDev(layer => SignalOf(layer, crossing));
        LayerReport layer = network.Layers[crossing.MeasuredLayer];
        return $"the largest gradient of the weights, at layer {layer.Number} '{layer.Info.Name}', "
            + $"{(isPredicted ? "is predicted to be" : "is")} {Bound(layer, crossing)}{ReportText.ShareOf(largest, "the last layer's")}, {bound}"
            + Agreement(
                largest,
                WeightGradientStdDev(static layer => ReportText.Least(layer.Info)),
                WeightGradientStdDev(static layer => ReportText.Largest(layer.Info)),
                ReportText.Share)
            + Sameness(crossing);

        double WeightGradientStdDev(Func<LayerReport, LayerPrediction> signal) => ThresholdCrossing.WeightGradientStdDev(
            inputMean, inputStdDev, Judged, [.. network.Layers.Select(signal)], crossing.MeasuredLayer);
    }

    /// <summary>How little of what comes into the last layer tells inputs apart; empty where that does not explain small
    /// gradients.</summary>
    private string Sameness(ThresholdCrossing crossing)
    {
        LayerReport layer = network.Layers[^2];
        LayerPrediction signal = SignalOf(layer, crossing);
        return signal.SignalStdDev < SmallPart * signal.ActivationStdDev
            ? $"; layer {layer.Number} '{layer.Name}' gives nearly the same for every input: of its activations' standard deviation of "
                + $"{NumberText.Of(signal.ActivationStdDev)}, {NumberText.Of(signal.SignalStdDev)} tells inputs apart"
            : "";
    }

    private string OfGradients(ThresholdCrossing crossing, string bound)
    {
        LayerReport layer = network.Layers[crossing.Layer];
        LayerReport first = network.Layers[crossing.MeasuredLayer];
        double gradient = SignalOf(layer, crossing).GradientStdDev;
        double atFirst = SignalOf(first, crossing).GradientStdDev;
        string atFirstText = first == layer ? "" : $"; at the first layer it is {ReportText.Share(atFirst)}";
        return $"the gradients' standard deviation {Verb("rise")} to {Bound(layer, crossing)}{ReportText.ShareOf(gradient, "the last layer's")}, {bound}"
            + Agreement(gradient, layer, static predicted => predicted.GradientStdDev, ReportText.Share)
            + atFirstText
            + ReportText.Change(atFirst, network.Layers.Count - 1);
    }

    private string Verb(string verb) => isPredicted ? $"is predicted to {verb}" : $"{verb}s";

    // Of what is predicted in bounds alone, the nearer to the threshold is said.
    private string Bound(LayerReport layer, ThresholdCrossing crossing) =>
        !isPredicted || layer.Info.PredictedBounds is null ? "" : crossing.IsOfTooLittle ? "at most " : "at least ";

    private string Reason(LayerReport layer) => !isPredicted || layer.Info.PredictedBounds is null ? "" : $" ({CorrelationText.Reason})";

    /// <summary>Whether the prediction says the same as the measurement.</summary>
    private string Agreement(double measured, LayerReport layer, Func<LayerPrediction, double> figure, Func<double, string> text) =>
        Agreement(measured, figure(ReportText.Least(layer.Info)), figure(ReportText.Largest(layer.Info)), text);

    private string Agreement(double measured, double least, double largest, Func<double, string> text)
    {
        string predicted = text(least) == text(largest) ? text(least) : $"{text(least)} to {text(largest)}";
        return isPredicted ? ""
            : double.IsNaN(least) ? ", where nothing was predicted"
            : measured == least || (measured - least >= -Tolerance * least && measured - largest <= Tolerance * largest) ? $", as predicted ({predicted})"
            : least > float.MaxValue ? $", where {predicted} was predicted, more than a float holds"
            : $", where {predicted} was predicted";
    }

    private LayerPrediction SignalOf(LayerReport layer, ThresholdCrossing crossing) =>
        !isPredicted ? MeasuredOf(layer)
        : crossing.IsOfTooLittle ? ReportText.Largest(layer.Info)
        : ReportText.Least(layer.Info);

    private LayerPrediction MeasuredOf(LayerReport layer) =>
        new()
        {
            PreActivationMean = layer.Measured.PreActivationMean,
            PreActivationStdDev = layer.Measured.PreActivationStdDev,
            ActivationMean = layer.Measured.ActivationMean,
            ActivationStdDev = layer.Measured.ActivationStdDev,
            ActivationSpread = double.NaN,

            // A single input is told apart from nothing, whatever the network is.
            SignalStdDev = network.InputCount > 1 ? layer.Measured.SignalStdDev : double.NaN,
            SaturatedFraction = layer.Measured.SaturatedFraction,
            GradientStdDev = layer.GradientStdDev,
            GradientSpread = double.NaN,
        };
}
