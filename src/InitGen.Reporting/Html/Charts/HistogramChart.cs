using System;
using System.Globalization;
using System.Linq;
using System.Xml;
using InitGen.Wording;

namespace InitGen.Reporting.Charts;

/// <summary>The distribution of a layer's activations as bars. Values that are exactly 0, as half of those of a rectifier are, have a bar
/// of their own, whose full height is all values: among the others they would hide them.</summary>
internal static class HistogramChart
{
    private const double Width = 130;
    private const double Height = 98;
    private const double Top = 16;
    private const double Foot = 16;
    private const double Side = 2;
    private const double ZeroWidth = 8;

    // From here on, that values lie outside the bins, or are 0, is worth more than how many the fullest bin holds.
    private const double LargestOutside = 0.02;

    /// <summary>Writes the chart as SVG.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="id">An id that no other chart of the page has.</param>
    /// <param name="layer">The layer.</param>
    public static void Write(XmlWriter html, string id, LayerReport layer)
    {
        Histogram histogram = layer.Measured.Histogram;
        double total = Math.Max(1, layer.Measured.Count);
        double zeros = layer.Measured.ZeroFraction > LargestOutside ? layer.Measured.ZeroFraction : 0;
        long[] counts = CountsWithout(histogram, (long)Math.Round(zeros * total));
        double share = counts.Max() / total;
        double outside = (histogram.Below + histogram.Above) / total;
        string lower = TickText.Of(histogram.Lower);
        string upper = TickText.Of(histogram.Upper);
        string zeroText = zeros > 0 ? $"{NumberText.Percent(zeros)} are 0; of the others, the" : "The";
        string description =
            $"Activations of layer {layer.Name} in {Histogram.BinCount} bins from {lower} to {upper}. {zeroText} fullest bin holds "
            + $"{NumberText.Percent(share)}. Mean {TickText.Of(layer.Measured.ActivationMean)}, standard deviation "
            + $"{TickText.Of(layer.Measured.ActivationStdDev)}. {ReportText.Count(histogram.Below, "value")} below, "
            + $"{ReportText.Count(histogram.Above, "value")} above.";
        html.StartSvg("histogram", id, Width, Height, $"Histogram of layer {layer.Number}", description);
        html.SvgText("tick", Side, 10, layer.Number.ToString(CultureInfo.InvariantCulture));
        string note = layer.Measured.Count == 0 ? "no finite values"
            : outside > LargestOutside ? $"{NumberText.Percent(outside)} outside"
            : zeros > 0 ? $"{NumberText.Percent(zeros)} zeros"
            : $"max {NumberText.Percent(share)}";
        html.SvgText("tick end", Width - Side, 10, note);

        double left = Side;
        if (zeros > 0)
        {
            WriteBar(html, "zeros", Side, ZeroWidth, zeros);
            left += ZeroWidth + 3;
        }

        double step = (Width - left - Side) / Histogram.BinCount;
        double highest = Math.Max(1, counts.Max());
        for (int bin = 0; bin < counts.Length; bin++)
        {
            WriteBar(html, "bin", left + (bin * step), step - 0.5, counts[bin] / highest);
        }

        html.Line("axis", Side, Height - Foot, Width - Side, Height - Foot);
        html.SvgText("tick", left, Height - 3, lower);
        html.SvgText("tick end", Width - Side, Height - 3, upper);
        html.WriteEndElement();
    }

    private static long[] CountsWithout(Histogram histogram, long zeros)
    {
        long[] counts = new long[Histogram.BinCount];
        histogram.CopyTo(counts);
        if (zeros > 0 && histogram.Lower <= 0 && histogram.Upper >= 0)
        {
            // As the histogram itself finds the bin of 0, in single precision.
            float lower = (float)histogram.Lower;
            int bin = Math.Min(Histogram.BinCount - 1, (int)(-lower * (Histogram.BinCount / ((float)histogram.Upper - lower))));
            counts[bin] = Math.Max(0, counts[bin] - zeros);
        }

        return counts;
    }

    private static void WriteBar(XmlWriter html, string style, double x, double width, double share)
    {
        double height = share == 0 ? 0 : Math.Max(0.6, (Height - Top - Foot) * share);
        html.Start(
            "rect",
            ("class", style),
            ("x", Svg.Number(x)),
            ("y", Svg.Number(Height - Foot - height)),
            ("width", Svg.Number(width)),
            ("height", Svg.Number(height))).WriteEndElement();
    }
}
