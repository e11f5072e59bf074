using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using InitGen.Reporting.Charts;
using InitGen.Wording;

namespace InitGen.Reporting;

/// <summary>A figure that each layer has, measured and predicted, and the axis on which all networks of a report show it, so that they can
/// be compared at a glance.</summary>
internal sealed record SignalFigure
{
    // A threshold is on the axis where the figures come as near as this factor.
    private const double Near = 10;

    /// <summary>A word for ids.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required string Caption { get; init; }

    /// <summary>Its unit; empty where the caption says it.</summary>
    public required string Unit { get; init; }

    /// <summary>What it is, and its unit.</summary>
    public string FullCaption => Unit.Length > 0 ? $"{Caption}, {Unit}" : Caption;

    /// <summary>The axis.</summary>
    public required ValueAxis Axis { get; init; }

    /// <summary>The figure as measured.</summary>
    public required Func<LayerReport, double> Measured { get; init; }

    /// <summary>The figure as predicted.</summary>
    public required Func<LayerPrediction, double> Predicted { get; init; }

    /// <summary>Between what it must stay.</summary>
    public required Func<NetworkReport, IReadOnlyList<ChartThreshold>> Thresholds { get; init; }

    /// <summary>Whether the figures of several networks are worth a chart.</summary>
    public bool IsCompared { get; init; } = true;

    /// <summary>The figures of a report.</summary>
    /// <param name="report">The report.</param>
    public static IReadOnlyList<SignalFigure> Of(SignalReport report)
    {
        NetworkReport[] networks = [.. report.Networks];
        double[] All(params Func<LayerReport, double>[] figures) =>
            [.. networks.SelectMany(network => network.Layers).SelectMany(layer => figures.Select(figure => figure(layer)))];
        double[] stdDevs = All(
            layer => layer.Measured.ActivationStdDev,
            layer => ReportText.Least(layer.Info).ActivationStdDev,
            layer => ReportText.Largest(layer.Info).ActivationStdDev);
        double[] gradients = All(
            layer => layer.GradientStdDev,
            layer => ReportText.Least(layer.Info).GradientStdDev,
            layer => ReportText.Largest(layer.Info).GradientStdDev);
        return
        [
            new SignalFigure
            {
                Id = "mean",
                Caption = "Mean of activations",
                Unit = "",

                // As far as half a standard deviation, so that chance does not look like a signal.
                Axis = ValueAxis.OfSigned(
                [
                    .. All(
                        layer => layer.Measured.ActivationMean,
                        layer => ReportText.Least(layer.Info).ActivationMean,
                        layer => ReportText.Largest(layer.Info).ActivationMean,
                        layer => layer.Measured.ActivationStdDev / 2,
                        layer => -layer.Measured.ActivationStdDev / 2),
                ]),
                Measured = layer => layer.Measured.ActivationMean,
                Predicted = predicted => predicted.ActivationMean,
                Thresholds = _ => [],
                IsCompared = false,
            },
            new SignalFigure
            {
                Id = "std",
                Caption = "Standard deviation of activations",
                Unit = "",
                Axis = ValueAxis.OfScale(WithThresholds(stdDevs, networks.SelectMany(OfActivations))),
                Measured = layer => layer.Measured.ActivationStdDev,
                Predicted = predicted => predicted.ActivationStdDev,
                Thresholds = OfActivations,
            },
            new SignalFigure
            {
                Id = "saturated",
                Caption = "Saturated or inactive units",
                Unit = "fraction",
                Axis = ValueAxis.Linear([0, 1]),
                Measured = layer => layer.Measured.SaturatedFraction,
                Predicted = predicted => predicted.SaturatedFraction,
                Thresholds = OfUnits,
            },
            new SignalFigure
            {
                Id = "gradient",
                Caption = "Gradients",
                Unit = "std, last layer = 1",
                Axis = ValueAxis.Logarithmic(WithThresholds(gradients, networks.SelectMany(OfGradients))),
                Measured = layer => layer.GradientStdDev,
                Predicted = predicted => predicted.GradientStdDev,
                Thresholds = OfGradients,
            },
        ];
    }

    private static IReadOnlyList<ChartThreshold> OfActivations(NetworkReport network)
    {
        double scale = network.InputRootMeanSquare;
        double smallScale = network.Layers.Any(layer => layer.Info.Activation.IsBounded()) ? Math.Min(scale, 1) : scale;
        return
        [
            Below("vanishes", network.Thresholds.MinimumActivationStdDev * smallScale),
            Above("explodes", network.Thresholds.MaximumActivationStdDev * scale),
        ];
    }

    private static IReadOnlyList<ChartThreshold> OfUnits(NetworkReport network)
    {
        double saturated = network.Thresholds.MaximumSaturatedFraction;
        double inactive = network.Thresholds.MaximumInactiveFraction;
        bool hasRectifiers = network.Layers.Any(layer => !layer.Info.Activation.IsSigmoidal() && layer.Info.Activation.Saturates());
        return
        [
            .. network.Layers.Any(layer => layer.Info.Activation.IsSigmoidal())
                ? [new ChartThreshold(saturated, $"saturates above {NumberText.Percent(saturated)}")]
                : (ChartThreshold[])[],
            .. hasRectifiers ? [new ChartThreshold(inactive, $"dies above {NumberText.Percent(inactive)}")] : (ChartThreshold[])[],
        ];
    }

    private static IReadOnlyList<ChartThreshold> OfGradients(NetworkReport network) =>
    [
        Below("vanishes", network.Thresholds.MinimumGradientStdDev),
        Above("explodes", network.Thresholds.MaximumGradientStdDev),
    ];

    private static ChartThreshold Below(string verb, double value) => Rounded($"{verb} below", value);

    private static ChartThreshold Above(string verb, double value) => Rounded($"{verb} above", value);

    // To two digits, so that inputs that chance makes a little larger do not make another line.
    private static ChartThreshold Rounded(string words, double value)
    {
        double rounded = double.Parse(value.ToString("g2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return new ChartThreshold(rounded, $"{words} {TickText.Of(rounded)}");
    }

    private static IEnumerable<double> WithThresholds(IReadOnlyCollection<double> values, IEnumerable<ChartThreshold> thresholds)
    {
        double[] positive = [.. values.Where(value => value > 0 && double.IsFinite(value))];
        return positive.Length == 0
            ? values
            : [
                .. values,
                .. thresholds.Select(threshold => threshold.Value)
                    .Where(value => value > 0 && positive.Min() < Near * value && positive.Max() > value / Near),
            ];
    }
}
