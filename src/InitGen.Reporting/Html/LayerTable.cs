using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Xml;
using InitGen.Wording;

namespace InitGen.Reporting;

/// <summary>The figures of each layer of a network as a table.</summary>
internal static class LayerTable
{
    private static readonly ImmutableArray<(string Heading, Func<LayerReport, string> Text)> Columns =
    [
        ("shape", layer => string.Create(CultureInfo.InvariantCulture, $"{layer.Info.Inputs} → {layer.Info.Units}")),
        ("activation", layer => layer.Info.Activation.ToString()),
        ("initializer", layer => layer.Info.Init.ToString()),
        ("mean", layer => NumberText.Of(layer.Measured.ActivationMean)),
        ("predicted", layer => NumberText.Of(layer.Predicted.ActivationMean)),
        ("std", layer => NumberText.Of(layer.Measured.ActivationStdDev)),
        ("predicted", layer => NumberText.Of(layer.Predicted.ActivationStdDev)),
        ("saturated", layer => ReportText.Percent(layer.Measured.SaturatedFraction)),
        ("predicted", layer => ReportText.Percent(layer.Predicted.SaturatedFraction)),
        ("gradient std", layer => NumberText.Of(layer.GradientStdDev)),
        ("predicted", layer => NumberText.Of(layer.Predicted.GradientStdDev)),
        ("weight std", layer => NumberText.Of(layer.WeightStdDev)),
        ("drawn from", layer => NumberText.Of(layer.Info.WeightStdDev)),
        ("dead units", layer => NumberText.Of((long)layer.Measured.DeadUnits)),
        ("copied units", layer => NumberText.Of((long)layer.CopiedUnits)),
    ];

    /// <summary>Writes the table, folded away.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="network">The network.</param>
    public static void Write(XmlWriter html, NetworkReport network)
    {
        html.Start("details");
        html.Element("summary", "All figures as a table");
        html.StartTable(
            $"{network.Name}, layer by layer. Gradients are relative to the last layer's; saturated units pass less than 1 % of the gradient "
                + "(of ReLU: the inactive ones).",
            [("layer", ""), .. Columns.Select(column => (column.Heading, "number"))]);
        foreach (LayerReport layer in network.Layers)
        {
            html.Start("tr");
            html.Element("th", layer.Name, ("scope", "row"));
            foreach ((_, Func<LayerReport, string> text) in Columns)
            {
                html.Element("td", text(layer), ("class", "number"));
            }

            html.End();
        }

        html.EndTable();
        html.End();
    }

    /// <summary>Starts a table that scrolls by itself where it is too wide for the screen.</summary>
    public static void StartTable(this XmlWriter html, string caption, params ReadOnlySpan<(string Heading, string Style)> columns)
    {
        html.Start("div", ("class", "table"), ("role", "region"), ("aria-label", caption), ("tabindex", "0"));
        html.Start("table");
        html.Element("caption", caption);
        html.Start("thead").Start("tr");
        foreach ((string heading, string style) in columns)
        {
            html.Element("th", heading, ("scope", "col"), ("class", style));
        }

        html.End();
        html.End();
        html.Start("tbody");
    }

    /// <summary>Ends a table.</summary>
    public static void EndTable(this XmlWriter html)
    {
        html.End();
        html.End();
        html.End();
    }
}
