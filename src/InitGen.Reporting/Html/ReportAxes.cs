using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Reporting.Charts;

namespace InitGen.Reporting;

/// <summary>The axes that the charts of all networks share, so that they can be compared at a glance.</summary>
/// <param name="report">The report.</param>
internal sealed class ReportAxes(SignalReport report)
{
    /// <summary>That of means. It reaches as far as half a standard deviation, so that chance does not look like a signal.</summary>
    public ValueAxis Mean { get; } = ValueAxis.OfSigned(All(
        report,
        layer => layer.Measured.ActivationMean,
        layer => layer.Predicted.ActivationMean,
        layer => layer.Measured.ActivationStdDev / 2,
        layer => -layer.Measured.ActivationStdDev / 2));

    /// <summary>That of standard deviations.</summary>
    public ValueAxis StdDev { get; } =
        ValueAxis.OfScale(All(report, layer => layer.Measured.ActivationStdDev, layer => layer.Predicted.ActivationStdDev));

    /// <summary>That of gradients.</summary>
    public ValueAxis Gradient { get; } =
        ValueAxis.Logarithmic(All(report, layer => layer.GradientStdDev, layer => layer.Predicted.GradientStdDev));

    /// <summary>That of fractions.</summary>
    public ValueAxis Fraction { get; } = ValueAxis.Linear([0, 1]);

    private static IEnumerable<double> All(SignalReport report, params Func<LayerReport, double>[] figures) =>
        [.. report.Networks.SelectMany(network => network.Layers).SelectMany(layer => figures.Select(figure => figure(layer)))];
}
