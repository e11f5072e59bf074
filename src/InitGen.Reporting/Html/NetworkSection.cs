using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;
using InitGen.Reporting.Charts;
using InitGen.Wording;

namespace InitGen.Reporting;

/// <summary>One network: what is wrong with it, its charts and its figures.</summary>
/// <param name="html">Where to.</param>
/// <param name="figures">The figures of the charts.</param>
internal sealed class NetworkSection(XmlWriter html, IReadOnlyList<SignalFigure> figures)
{
    private const int MostHistograms = 20;

    /// <summary>Writes the section.</summary>
    /// <param name="network">The network.</param>
    /// <param name="index">Its number on the page, from 0.</param>
    public void Write(NetworkReport network, int index)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"network-{index + 1}");
        string colour = ChartSeries.ColourOf(index);
        html.Start("section", ("id", id), ("class", colour));
        html.Start("h2", ("class", "key"));
        html.Name(network.Name);
        html.End();
        html.Element(
            "p",
            $"{ReportText.Count(network.Layers.Count, "layer")}, {NumberText.Of((long)network.ParameterCount)} parameters, "
                + $"{ReportText.Start(network)}; {ReportText.Inputs(network)}",
            ("class", "facts"));
        if (ReportText.Outlook(network) is { Length: > 0 } outlook)
        {
            html.Element("p", outlook, ("class", "facts"));
        }

        WriteFindings(network);
        WriteCompilerDiagnostics(network);

        html.Start("div", ("class", "charts"));
        foreach (SignalFigure figure in figures)
        {
            WriteChart(network, $"{id}-{figure.Id}", colour, figure);
        }

        WriteSingularValues(network, id);
        html.End();
        WriteHistograms(network, id);
        LayerTable.WriteSummary(html, network);
        LayerTable.WriteFigures(html, network);
        html.Element("p", ReportText.Provenance(network.Provenance), ("class", "provenance"));
        html.End();
    }

    private void WriteFindings(NetworkReport network)
    {
        html.Start("ul", ("class", "findings"));
        foreach (Finding finding in network.Findings)
        {
            Write(finding);
        }

        if (network.Findings.Count == 0)
        {
            html.Element("li", network.Verdict, ("class", SignalVerdict.IsGood(network) ? "finding good" : "finding"));
        }

        if (SignalVerdict.Unsaid(network) is { } predicted)
        {
            Write(predicted);
        }

        html.End();
    }

    private void Write(Finding finding)
    {
        html.Start("li", ("class", "finding bad"));
        html.Words(finding.Text);
        html.Start("p", ("class", "remedy"));
        html.Words(finding.Remedy);
        if (finding.PageAddress is { } page)
        {
            html.WriteString(" ");
            html.Element("a", finding.RuleId!, ("href", page));
        }

        html.End();
        html.End();
    }

    private void WriteCompilerDiagnostics(NetworkReport network)
    {
        if (network.CompilerDiagnostics.Count == 0)
        {
            return;
        }

        html.Element("h3", "When it was compiled");
        html.Start("ul", ("class", "findings"));
        foreach (CompilerDiagnostic diagnostic in network.CompilerDiagnostics)
        {
            html.Start("li", ("class", diagnostic.Severity == CompilerSeverity.Info ? "finding" : "finding bad"));
            html.Element("a", diagnostic.RuleId, ("href", diagnostic.PageAddress));
            html.Words($" {diagnostic.Text}");
            if (diagnostic.File is not null)
            {
                html.Element("p", ReportText.Place(diagnostic), ("class", "remedy"));
            }

            html.End();
        }

        html.End();
    }

    private void WriteChart(NetworkReport network, string id, string colour, SignalFigure figure)
    {
        LayerReport first = network.Layers[0];
        LayerReport last = network.Layers[^1];
        IReadOnlyList<ChartThreshold> thresholds = figure.Thresholds(network);
        new LineChart
        {
            Id = id,
            Caption = figure.Caption,
            Title = $"{figure.Caption} of each layer of {network.Name}",
            Description =
                $"{figure.FullCaption}, on a {figure.Axis.Kind} axis: measured {TickText.Of(figure.Measured(first))} in the first "
                + $"layer and {TickText.Of(figure.Measured(last))} in the last of {NumberText.Of((long)network.Layers.Count)}; predicted "
                + $"{LayerTable.Predicted(first.Info, figure.Predicted)} and {LayerTable.Predicted(last.Info, figure.Predicted)}."
                + string.Concat(thresholds.Select(threshold => $" It {threshold.Text}.")),
            Unit = figure.Unit,
            Axis = figure.Axis,
            Thresholds = thresholds,
            Series =
            [
                .. PredictedBy(network, figure).Select(values => new ChartSeries(colour, values, IsPredicted: true)),
                new ChartSeries(colour, [.. network.Layers.Select(figure.Measured)]),
            ],
        }.Write(html);
    }

    // One line; where only bounds are known, two.
    private static IEnumerable<double[]> PredictedBy(NetworkReport network, SignalFigure figure)
    {
        double[] least = [.. network.Layers.Select(layer => figure.Predicted(ReportText.Least(layer.Info)))];
        double[] largest = [.. network.Layers.Select(layer => figure.Predicted(ReportText.Largest(layer.Info)))];
        return least.SequenceEqual(largest) ? [least] : [least, largest];
    }

    private void WriteSingularValues(NetworkReport network, string id)
    {
        if (network.Layers.Any(layer => layer.SingularValues.Count > 0))
        {
            double[] largest = [.. network.Layers.Select(layer => layer.SingularValues.FirstOrDefault(double.NaN))];
            double[] median = [.. network.Layers.Select(layer => layer.SingularValues.ElementAtOrDefault(layer.SingularValues.Count / 2))];
            double[] smallest = [.. network.Layers.Select(layer => layer.SingularValues.LastOrDefault(double.NaN))];
            WriteSingularValues(
                $"{id}-singular-values",
                "Weights",
                $"Singular values of the weights of each layer of {network.Name}",
                $"Largest, median and smallest singular value of the weights; in the first layer {TickText.Of(largest[0])}, "
                    + $"{TickText.Of(median[0])} and {TickText.Of(smallest[0])}.",
                "layer",
                [("largest", largest), ("median", median), ("smallest", smallest)]);
        }

        IReadOnlyList<double>[] jacobians =
            [.. network.JacobianSingularValues.Where(values => values.Count > 0).Take(ChartSeries.ColourCount)];
        if (jacobians.Length > 0)
        {
            WriteSingularValues(
                $"{id}-jacobian",
                "Input–output Jacobian",
                $"Singular values of the input–output Jacobian of {network.Name}",
                $"Singular values of the Jacobian at {ReportText.Count(jacobians.Length, "input")}, largest first: from "
                    + $"{TickText.Of(jacobians[0][0])} to {TickText.Of(jacobians[0][^1])} at the first input.",
                "rank",
                [.. jacobians.Select((values, index) => (string.Create(CultureInfo.InvariantCulture, $"input {index + 1}"), values))]);
        }
    }

    /// <summary>Writes singular values, in grey: they are no networks, which colours stand for.</summary>
    private void WriteSingularValues(
        string id,
        string caption,
        string title,
        string description,
        string counted,
        IReadOnlyList<(string Label, IReadOnlyList<double> Values)> series) =>
        new LineChart
        {
            Id = id,
            Caption = caption,
            Title = title,
            Description = description,
            Unit = "singular value",
            Counted = counted,
            Axis = ValueAxis.OfScale(series.SelectMany(line => line.Values)),
            Series = [.. series.Select(line => new ChartSeries("neutral", line.Values, Label: line.Label))],
        }.Write(html);

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
