using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;
using InitGen.Reporting.Charts;
using InitGen.Wording;

namespace InitGen.Reporting;

/// <summary>One network: what is wrong with it, its charts and its figures.</summary>
/// <param name="html">Where to.</param>
/// <param name="axes">The axes of the charts.</param>
internal sealed class NetworkSection(XmlWriter html, ReportAxes axes)
{
    private const int MostHistograms = 20;

    /// <summary>Writes the section.</summary>
    /// <param name="network">The network.</param>
    /// <param name="number">Its number on the page.</param>
    public void Write(NetworkReport network, int number)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"network-{number}");
        html.Start("section", ("id", id), ("aria-labelledby", $"{id}-name"));
        html.Element("h2", network.Name, ("id", $"{id}-name"));
        html.Element(
            "p",
            $"{NumberText.Of((long)network.Layers.Count)} layer{(network.Layers.Count == 1 ? "" : "s")}, {NumberText.Of((long)network.ParameterCount)} parameters, "
                + $"{ReportText.Start(network)}; {ReportText.Inputs(network)}",
            ("class", "facts"));
        WriteFindings(network);

        html.Start("div", ("class", "charts"));
        WriteChart(
            network, $"{id}-mean", "Mean of activations", "mean", axes.Mean,
            layer => layer.Measured.ActivationMean, layer => layer.Predicted.ActivationMean);
        WriteChart(
            network, $"{id}-std", "Standard deviation of activations", "std", axes.StdDev,
            layer => layer.Measured.ActivationStdDev, layer => layer.Predicted.ActivationStdDev);
        WriteChart(
            network, $"{id}-gradient", "Gradients", "std relative to the last layer's", axes.Gradient,
            layer => layer.GradientStdDev, layer => layer.Predicted.GradientStdDev);
        html.End();
        WriteHistograms(network, id);
        LayerTable.Write(html, network);
        html.End();
    }

    private void WriteFindings(NetworkReport network)
    {
        if (network.Findings.Count == 0)
        {
            html.Element("p", ReportText.NothingFound, ("class", "finding good"));
            return;
        }

        html.Start("ul", ("class", "findings"));
        foreach (Finding finding in network.Findings) html.Element("li", finding.Text, ("class", "finding"));
        html.End();
    }

    private void WriteChart(
        NetworkReport network,
        string id,
        string title,
        string unit,
        ValueAxis axis,
        Func<LayerReport, double> measured,
        Func<LayerReport, double> predicted)
    {
        LayerReport first = network.Layers[0];
        LayerReport last = network.Layers[^1];
        var chart = new LineChart
        {
            Id = id,
            Title = $"{title} of each layer of {network.Name}",
            Description = $"{title}, {unit}, on a {axis.Kind} axis: measured {NumberText.Of(measured(first))} in the first layer and "
                + $"{NumberText.Of(measured(last))} in the last of {NumberText.Of((long)network.Layers.Count)}; predicted "
                + $"{NumberText.Of(predicted(first))} and {NumberText.Of(predicted(last))}.",
            Unit = unit,
            Axis = axis,
            Series =
            [
                new ChartSeries("predicted", [.. network.Layers.Select(predicted)], IsPredicted: true),
                new ChartSeries("measured", [.. network.Layers.Select(measured)]),
            ],
        };
        html.Figure(chart, title);
    }

    private void WriteHistograms(NetworkReport network, string id)
    {
        int step = (network.Layers.Count + MostHistograms - 1) / MostHistograms;
        IReadOnlyList<LayerReport> shown = [.. network.Layers.Where((_, layer) => layer % step == 0)];
        html.Start("figure", ("class", "wide"));
        html.Element("figcaption", step == 1 ? "Histograms of activations" : "Histograms of activations of some layers");
        html.Start("div", ("class", "histograms"));
        foreach (LayerReport layer in shown)
            HistogramChart.Write(html, string.Create(CultureInfo.InvariantCulture, $"{id}-histogram-{layer.Number}"), layer);

        html.End();
        html.End();
    }
}
