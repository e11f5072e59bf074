using System;
using System.Globalization;
using System.Linq;
using System.Xml;
using InitGen.Wording;

namespace InitGen.Reporting.Charts;

/// <summary>The distribution of a layer's activations as bars.</summary>
internal static class HistogramChart
{
    private const double Width = 120;
    private const double Height = 96;
    private const double Top = 16;
    private const double Foot = 16;
    private const double Side = 2;

    // From here on, that values lie outside the bins is worth more than how many the fullest bin holds.
    private const double LargestOutside = 0.02;

    /// <summary>Writes the chart as SVG.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="id">An id that no other chart of the page has.</param>
    /// <param name="layer">The layer.</param>
    public static void Write(XmlWriter html, string id, LayerReport layer)
    {
        Histogram histogram = layer.Measured.Histogram;
        long[] counts = new long[Histogram.BinCount];
        histogram.CopyTo(counts);
        long highest = Math.Max(1, counts.Max());
        double share = (double)counts.Max() / Math.Max(1, layer.Measured.Count);
        double outside = (double)(histogram.Below + histogram.Above) / Math.Max(1, layer.Measured.Count);
        string lower = NumberText.Of(histogram.Lower);
        string upper = NumberText.Of(histogram.Upper);
        string description = $"Activations of layer {layer.Name} in {Histogram.BinCount} bins from {lower} to {upper}; the fullest holds "
            + $"{ReportText.Percent(share)}. Mean {NumberText.Of(layer.Measured.ActivationMean)}, standard deviation "
            + $"{NumberText.Of(layer.Measured.ActivationStdDev)}. {NumberText.Of(histogram.Below)} values are below, "
            + $"{NumberText.Of(histogram.Above)} above.";
        html.StartSvg("histogram", id, Width, Height, $"Histogram of layer {layer.Number}", description);
        html.SvgText("tick", Side, 10, layer.Number.ToString(CultureInfo.InvariantCulture));
        html.SvgText("tick end", Width - Side, 10, outside > LargestOutside ? $"{ReportText.Percent(outside)} outside" : $"max {ReportText.Percent(share)}");

        double step = (Width - (2 * Side)) / Histogram.BinCount;
        for (int bin = 0; bin < counts.Length; bin++)
        {
            double height = counts[bin] == 0 ? 0 : Math.Max(0.6, (Height - Top - Foot) * counts[bin] / highest);
            html.Start(
                "rect",
                ("x", Svg.Number(Side + (bin * step))),
                ("y", Svg.Number(Height - Foot - height)),
                ("width", Svg.Number(step - 0.5)),
                ("height", Svg.Number(height))).WriteEndElement();
        }

        html.Line("axis", Side, Height - Foot, Width - Side, Height - Foot);
        html.SvgText("tick", Side, Height - 3, lower);
        html.SvgText("tick end", Width - Side, Height - 3, upper);
        html.WriteEndElement();
    }
}
