using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;
using InitGen.Reporting.Charts;

namespace InitGen.Reporting;

/// <summary>All networks of a report side by side.</summary>
/// <param name="html">Where to.</param>
/// <param name="figures">The figures of the charts.</param>
internal sealed class ComparisonSection(XmlWriter html, IReadOnlyList<SignalFigure> figures)
{
    private const int LongestLabel = 16;

    /// <summary>Writes the section.</summary>
    /// <param name="networks">The networks.</param>
    public void Write(IReadOnlyList<NetworkReport> networks)
    {
        html.Start("section", ("id", "comparison"));
        html.Element("h2", "Side by side");
        html.Element("p", "Lines are what was measured.", ("class", "facts"));

        // As many in a chart as there are colours.
        int groups = (networks.Count + ChartSeries.ColourCount - 1) / ChartSeries.ColourCount;
        int size = (networks.Count + groups - 1) / groups;
        for (int first = 0; first < networks.Count; first += size)
        {
            if (groups > 1)
            {
                int last = Math.Min(first + size, networks.Count);
                html.Element("h3", string.Create(CultureInfo.InvariantCulture, $"Networks {first + 1} to {last} of {networks.Count}"));
            }

            html.Start("div", ("class", "charts"));
            foreach (SignalFigure figure in figures.Where(figure => figure.IsCompared))
            {
                WriteChart(figure, networks, first, size);
            }

            html.End();
        }

        WriteTable(networks);
        html.End();
    }

    private void WriteChart(SignalFigure figure, IReadOnlyList<NetworkReport> networks, int first, int size)
    {
        NetworkReport[] shown = [.. networks.Skip(first).Take(size)];
        IEnumerable<string> sentences = shown.Select(network =>
            $"{network.Name}: {TickText.Of(figure.Measured(network.Layers[0]))} in the first layer, "
            + $"{TickText.Of(figure.Measured(network.Layers[^1]))} in the last.");
        new LineChart
        {
            Width = 400,
            Id = first == 0
                ? $"comparison-{figure.Id}"
                : string.Create(CultureInfo.InvariantCulture, $"comparison-{figure.Id}-{first + 1}"),
            Caption = figure.Caption,
            Title = $"{figure.Caption} of each layer of {ReportText.Count(shown.Length, "network")}",
            Description = $"{figure.FullCaption}, measured, on a {figure.Axis.Kind} axis. {string.Join(' ', sentences)}",
            Unit = figure.Unit,
            Axis = figure.Axis,
            Thresholds = [.. shown.SelectMany(figure.Thresholds).Distinct()],
            Series =
            [
                .. shown.Select((network, index) => new ChartSeries(
                    ChartSeries.ColourOf(first + index), [.. network.Layers.Select(figure.Measured)], Label: Shortened(network.Name))),
            ],
        }.Write(html);
    }

    private void WriteTable(IReadOnlyList<NetworkReport> networks)
    {
        html.StartTable(
            "Each network at its last layer, and the gradient that reaches its first one, relative to the last layer's.",
            ("network", ""),
            ("how it fares", ""),
            ("std", "number"),
            ("predicted", "number"),
            ("gradient", "number"),
            ("predicted", "number"));
        foreach ((int i, NetworkReport network) in networks.Index())
        {
            LayerReport first = network.Layers[0];
            LayerReport last = network.Layers[^1];
            html.Start("tr");
            html.Start("th", ("scope", "row"));
            string target = string.Create(CultureInfo.InvariantCulture, $"#network-{i + 1}");
            html.Start("a", ("class", $"key {ChartSeries.ColourOf(i)}"), ("href", target));
            html.Name(network.Name);
            html.End();
            html.End();
            html.Element("td", network.Verdict, ("class", "words"));
            html.Element("td", TickText.Of(last.Measured.ActivationStdDev), ("class", "number"));
            html.Element("td", LayerTable.Predicted(last.Info, static predicted => predicted.ActivationStdDev), ("class", "number"));
            html.Element("td", TickText.Of(first.GradientStdDev), ("class", "number"));
            html.Element("td", LayerTable.Predicted(first.Info, static predicted => predicted.GradientStdDev), ("class", "number"));
            html.End();
        }

        html.EndTable();
    }

    /// <summary>A name that fits beside a chart, cut where a word ends.</summary>
    private static string Shortened(string name)
    {
        if (name.Length <= LongestLabel)
        {
            return name;
        }

        int end = Enumerable.Range(1, LongestLabel - 1).LastOrDefault(place => Markup.IsBreak(name, place), LongestLabel - 1);
        return $"{name[..end].TrimEnd()}…";
    }
}
