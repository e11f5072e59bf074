using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Xml;
using InitGen.Reporting.Charts;
using InitGen.Wording;

namespace InitGen.Reporting;

/// <summary>The layers of a network as tables: what they are, and all their figures.</summary>
internal static class LayerTable
{
    private static readonly ImmutableArray<(string Heading, Func<LayerSummary, string> Text)> Summary =
    [
        ("shape", summary => summary.Count > 1 ? $"{NumberText.Of((long)summary.Count)} × {summary.Shape}" : summary.Shape),
        ("activation", summary => summary.First.Activation.ToString()),
        ("parameters", summary => NumberText.Of(summary.ParameterCount)),
        ("memory", summary => ReportText.Bytes(summary.ParameterBytes)),
        ("multiply-adds", summary => NumberText.Of(summary.MultiplyAdds)),
        ("initializer", summary => ReportText.Initializer(summary.First)),
        ("σ of weights", summary => ReportText.OfWeights(summary.First, TickText.Of(summary.First.WeightStdDev))),
        ("predicted std", PredictedStdDev),
    ];

    private static readonly ImmutableArray<(string Heading, Func<LayerReport, string> Text)> Figures =
    [
        ("mean", layer => TickText.Of(layer.Measured.ActivationMean)),
        ("predicted", layer => Predicted(layer.Info, static predicted => predicted.ActivationMean)),
        ("std", layer => TickText.Of(layer.Measured.ActivationStdDev)),
        ("predicted", layer => Predicted(layer.Info, static predicted => predicted.ActivationStdDev)),
        ("over inputs", layer => TickText.Of(layer.Measured.SignalStdDev)),
        ("predicted", layer => Predicted(layer.Info, static predicted => predicted.SignalStdDev)),
        ("saturated", layer => ReportText.PercentCell(layer.Measured.SaturatedFraction)),
        ("predicted", layer => ReportText.Predicted(layer.Info, static predicted => predicted.SaturatedFraction, ReportText.PercentCell)),
        ("zeros", layer => ReportText.PercentCell(layer.Measured.ZeroFraction)),
        ("gradient", layer => TickText.Of(layer.GradientStdDev)),
        ("predicted", layer => Predicted(layer.Info, static predicted => predicted.GradientStdDev)),
        ("weight std", layer => ReportText.OfWeights(layer.Info, TickText.Of(layer.WeightStdDev))),
        ("drawn from", layer => ReportText.OfWeights(layer.Info, TickText.Of(layer.Info.WeightStdDev))),
        ("dead", layer => NumberText.Of((long)layer.Measured.DeadUnits)),
        ("copied", layer => NumberText.Of((long)layer.CopiedUnits)),
    ];

    /// <summary>A predicted figure of a layer; in words where no float can be it.</summary>
    public static string Predicted(LayerInfo layer, Func<LayerPrediction, double> figure) =>
        ReportText.Predicted(layer, figure, static number => ReportText.Predicted(number, TickText.Of));

    /// <summary>Writes what the layers are, with totals.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="network">The network.</param>
    public static void WriteSummary(XmlWriter html, NetworkReport network)
    {
        html.StartTable(
            $"The layers of {network.Name}. Multiply-adds are those of one input.",
            [("layer", ""), .. Summary.Select(column => (column.Heading, "number"))]);
        foreach (LayerSummary summary in network.LayerSummaries)
        {
            WriteRow(html, summary.Name, Summary.Select(column => column.Text(summary)));
        }

        string[] totals = ReportText.Totals(network);
        WriteRow(html, "total", [.. totals, .. Enumerable.Repeat("", Summary.Length - totals.Length)], "total");
        html.EndTable();
    }

    /// <summary>Writes all figures of the layers, folded away.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="network">The network.</param>
    public static void WriteFigures(XmlWriter html, NetworkReport network)
    {
        html.Start("details");
        html.Element("summary", "All figures as a table");
        html.StartTable(
            $"{network.Name}, layer by layer. The std over inputs is the part of the std that tells inputs apart. Saturated units pass "
                + "less than 1 % of the gradient (of ReLU: the inactive ones), dead ones for every input. Gradients are relative to the "
                + "last layer's. Copied units have the weights of another.",
            [("layer", ""), .. Figures.Select(column => (column.Heading, "number"))]);
        foreach (LayerReport layer in network.Layers)
        {
            WriteRow(html, layer.Name, Figures.Select(column => column.Text(layer)));
        }

        html.EndTable();
        html.End();
    }

    private static void WriteRow(XmlWriter html, string name, IEnumerable<string> cells, string style = "")
    {
        html.Start("tr", ("class", style));
        html.Start("th", ("scope", "row"));
        html.Name(name);
        html.End();
        foreach (string cell in cells)
        {
            html.Element("td", cell, ("class", "number"));
        }

        html.End();
    }

    /// <summary>The prediction for a layer, or for the first and the last of several.</summary>
    private static string PredictedStdDev(LayerSummary summary)
    {
        string first = Predicted(summary.First, static predicted => predicted.ActivationStdDev);
        string last = Predicted(summary.Last, static predicted => predicted.ActivationStdDev);
        return first == last ? first : $"{first} … {last}";
    }
}
