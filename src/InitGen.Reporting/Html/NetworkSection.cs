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
        WriteSingularValues(network, id);
        html.End();
        WriteHistograms(network, id);
        LayerTable.Write(html, network);
        html.End();
    }

    private void WriteFindings(NetworkReport network)
    {
        if (network.Findings.Count == 0)
        {
            html.Element("p", network.Verdict, ("class", "finding good"));
            return;
        }

        html.Start("ul", ("class", "findings"));
        foreach (Finding finding in network.Findings)
        {
            html.Element("li", finding.Text, ("class", "finding"));
        }

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

    private void WriteSingularValues(NetworkReport network, string id)
    {
        if (network.Layers.Any(layer => layer.SingularValues.Count > 0))
        {
            double[] largest = [.. network.Layers.Select(layer => layer.SingularValues.FirstOrDefault(double.NaN))];
            double[] median = [.. network.Layers.Select(layer => layer.SingularValues.ElementAtOrDefault(layer.SingularValues.Count / 2))];
            double[] smallest = [.. network.Layers.Select(layer => layer.SingularValues.LastOrDefault(double.NaN))];
            html.Figure(
                new LineChart
                {
                    Id = $"{id}-singular-values",
                    Title = $"Singular values of the weights of each layer of {network.Name}",
                    Description = $"Largest, median and smallest singular value of the weights; in the first layer {NumberText.Of(largest[0])}, "
                        + $"{NumberText.Of(median[0])} and {NumberText.Of(smallest[0])}.",
                    Unit = "singular value",
                    Axis = ValueAxis.OfScale([.. largest, .. median, .. smallest]),
                    Series =
                    [
                        new ChartSeries("series-1", largest, Label: "largest"),
                        new ChartSeries("series-2", median, Label: "median"),
                        new ChartSeries("series-3", smallest, Label: "smallest"),
                    ],
                },
                "Weights");
        }

        IReadOnlyList<double>[] jacobians = [.. network.JacobianSingularValues.Where(values => values.Count > 0).Take(ComparisonSection.MostLines)];
        if (jacobians.Length > 0)
        {
            html.Figure(
                new LineChart
                {
                    Id = $"{id}-jacobian",
                    Title = $"Singular values of the input–output Jacobian of {network.Name}",
                    Description = $"Singular values of the Jacobian at {NumberText.Of((long)jacobians.Length)} inputs, largest first: from "
                        + $"{NumberText.Of(jacobians[0][0])} to {NumberText.Of(jacobians[0][^1])} at the first input.",
                    Unit = "singular value",
                    Counted = "rank",
                    Axis = ValueAxis.OfScale(jacobians.SelectMany(values => values)),
                    Series =
                    [
                        .. jacobians.Select((values, index) => new ChartSeries(
                            string.Create(CultureInfo.InvariantCulture, $"series-{index + 1}"),
                            values,
                            Label: string.Create(CultureInfo.InvariantCulture, $"input {index + 1}"))),
                    ],
                },
                "Input–output Jacobian");
        }
    }

    private void WriteHistograms(NetworkReport network, string id)
    {
        int step = (network.Layers.Count + MostHistograms - 1) / MostHistograms;
        IReadOnlyList<LayerReport> shown = [.. network.Layers.Where((_, layer) => layer % step == 0)];
        html.Start("figure", ("class", "wide"));
        html.Element("figcaption", step == 1 ? "Histograms of activations" : "Histograms of activations of some layers");
        html.Start("div", ("class", "histograms"));
        foreach (LayerReport layer in shown)
        {
            HistogramChart.Write(html, string.Create(CultureInfo.InvariantCulture, $"{id}-histogram-{layer.Number}"), layer);
        }

        html.End();
        html.End();
    }
}
