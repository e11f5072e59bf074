using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;
using InitGen.Reporting.Charts;
using InitGen.Wording;

namespace InitGen.Reporting;

/// <summary>All networks of a report side by side.</summary>
/// <param name="html">Where to.</param>
/// <param name="axes">The axes of the charts.</param>
internal sealed class ComparisonSection(XmlWriter html, ReportAxes axes)
{
    /// <summary>As many lines as there are colours that can be told apart.</summary>
    public const int MostLines = 6;


    private const int LongestLabel = 16;

    /// <summary>Writes the section.</summary>
    /// <param name="networks">The networks.</param>
    public void Write(IReadOnlyList<NetworkReport> networks)
    {
        html.Start("section", ("id", "comparison"), ("aria-labelledby", "comparison-name"));
        html.Element("h2", "Side by side", ("id", "comparison-name"));
        if (networks.Count <= MostLines)
        {
            html.Start("div", ("class", "charts"));
            WriteChart(networks, "comparison-std", "Standard deviation of activations", "std", axes.StdDev, layer => layer.Measured.ActivationStdDev);
            WriteChart(
                networks, "comparison-saturated", "Saturated or inactive units", "fraction", axes.Fraction,
                layer => layer.Measured.SaturatedFraction);
            WriteChart(
                networks, "comparison-gradient", "Gradients", "std relative to the last layer's", axes.Gradient, layer => layer.GradientStdDev);
            html.End();
        }

        WriteTable(networks);
        html.End();
    }

    private void WriteChart(
        IReadOnlyList<NetworkReport> networks, string id, string title, string unit, ValueAxis axis, Func<LayerReport, double> figure)
    {
        IEnumerable<string> sentences = networks.Select(network =>
            $"{network.Name}: {NumberText.Of(figure(network.Layers[0]))} in the first layer, {NumberText.Of(figure(network.Layers[^1]))} in the last.");
        html.Figure(
            new LineChart
            {
                Id = id,
                Title = $"{title} of each layer of {NumberText.Of((long)networks.Count)} networks",
                Description = $"{title}, {unit}, measured, on a {axis.Kind} axis. {string.Join(' ', sentences)}",
                Unit = unit,
                Axis = axis,
                Series =
                [
                    .. networks.Select((network, index) => new ChartSeries(
                        string.Create(CultureInfo.InvariantCulture, $"series-{index + 1}"),
                        [.. network.Layers.Select(figure)],
                        Label: Shortened(network.Name))),
                ],
            },
            title);
    }

    private void WriteTable(IReadOnlyList<NetworkReport> networks)
    {
        html.StartTable(
            "Each network at its last layer, and the gradient that reaches its first one, relative to the last layer's.",
            ("network", ""),
            ("what is wrong", ""),
            ("std", "number"),
            ("predicted", "number"),
            ("gradient", "number"),
            ("predicted", "number"));
        for (int i = 0; i < networks.Count; i++)
        {
            NetworkReport network = networks[i];
            LayerReport first = network.Layers[0];
            LayerReport last = network.Layers[^1];
            html.Start("tr");
            html.Start("th", ("scope", "row"));
            html.Element("a", network.Name, ("href", string.Create(CultureInfo.InvariantCulture, $"#network-{i + 1}")));
            html.End();
            html.Element("td", network.Verdict, ("class", "words"));
            html.Element("td", NumberText.Of(last.Measured.ActivationStdDev), ("class", "number"));
            html.Element("td", NumberText.Of(last.Predicted.ActivationStdDev), ("class", "number"));
            html.Element("td", NumberText.Of(first.GradientStdDev), ("class", "number"));
            html.Element("td", NumberText.Of(first.Predicted.GradientStdDev), ("class", "number"));
            html.End();
        }

        html.EndTable();
    }

    private static string Shortened(string name) => name.Length <= LongestLabel ? name : $"{name[..(LongestLabel - 1)]}…";
}
