using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;

namespace InitGen.Reporting.Charts;

/// <summary>Figures, as those from layer to layer, as lines and points.</summary>
internal sealed class LineChart
{
    private const double Width = 360;
    private const double Height = 210;
    private const double Top = 12;
    private const double LeastLeft = 44;
    private const double Foot = 36;
    private const double CharacterWidth = 7.2;
    private const double LabelDistance = 14;
    private const int MostTicks = 12;
    private const int MostLargePoints = 30;

    /// <summary>An id that no other chart of the page has.</summary>
    public required string Id { get; init; }

    /// <summary>What is shown.</summary>
    public required string Title { get; init; }

    /// <summary>The same in a sentence, with the most telling numbers, for those who do not see it.</summary>
    public required string Description { get; init; }

    /// <summary>What the values are, and their unit.</summary>
    public required string Unit { get; init; }

    /// <summary>What the values are counted by, from 1.</summary>
    public string Counted { get; init; } = "layer";

    /// <summary>The vertical axis.</summary>
    public required ValueAxis Axis { get; init; }

    /// <summary>The figures; a prediction before what was measured, which is drawn over it.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    private int Count => Math.Max(1, Series.Max(series => series.Values.Count));

    private double Left => Math.Max(LeastLeft, 10 + (Axis.Ticks.Max(tick => tick.Text.Length) * CharacterWidth));

    private double Right => 12 + (Series.Max(series => series.Label.Length) * CharacterWidth);

    /// <summary>Writes the chart as SVG.</summary>
    /// <param name="html">Where to.</param>
    public void Write(XmlWriter html)
    {
        html.StartSvg("chart", Id, Width, Height, Title, Description);
        WriteAxes(html);
        foreach (ChartSeries series in Series)
        {
            Write(html, series);
        }

        WriteLabels(html);
        html.WriteEndElement();
    }

    private double X(int layer) =>
        Left + (Count == 1 ? 0.5 : (double)layer / (Count - 1)) * (Width - Left - Right - 8) + 4;

    private double Y(double position) => Top + ((1 - position) * (Height - Top - Foot));

    private void WriteAxes(XmlWriter html)
    {
        foreach (ValueAxis.Tick tick in Axis.Ticks)
        {
            html.Line("grid", Left, Y(tick.Position), Width - Right, Y(tick.Position));
            html.SvgText("tick end", Left - 6, Y(tick.Position) + 4, tick.Text);
        }

        int step = RoundStep(Count);
        for (int number = 1; number <= Count; number = number == 1 && step > 1 ? step : number + step)
        {
            html.SvgText("tick middle", X(number - 1), Height - Foot + 16, number.ToString(CultureInfo.InvariantCulture));
        }

        html.SvgText("tick middle", (Left + Width - Right) / 2, Height - 4, Counted);
    }

    /// <summary>The least of 1, 2, 5, 10, … that leaves room between numbers.</summary>
    private static int RoundStep(int count)
    {
        int mostTicks = count < 100 ? MostTicks : MostTicks / 2;
        int decade = 1;
        while (10 * decade * mostTicks < count)
        {
            decade *= 10;
        }

        return decade * new[] { 1, 2, 5, 10 }.First(factor => factor * decade * mostTicks >= count);
    }

    private void Write(XmlWriter html, ChartSeries series)
    {
        html.Start("g", ("class", series.Style + (series.IsPredicted ? " dashed" : "")));
        (double X, double Y)[] run = [];
        for (int layer = 0; layer <= series.Values.Count; layer++)
        {
            if (layer < series.Values.Count && Place(series, layer) is { } place)
            {
                run = [.. run, place];
                continue;
            }

            // A value that is not known interrupts the line.
            if (run.Length > 1)
            {
                html.Start("polyline", ("points", string.Join(' ', run.Select(point => $"{Svg.Number(point.X)},{Svg.Number(point.Y)}")))).WriteEndElement();
            }

            run = [];
        }

        double radius = (series.Values.Count > MostLargePoints ? 1.2 : 2.6) + (series.IsPredicted ? 2.4 : 0);
        for (int layer = 0; layer < series.Values.Count; layer++)
        {
            if (Place(series, layer) is { } place)
            {
                html.Start("circle", ("cx", Svg.Number(place.X)), ("cy", Svg.Number(place.Y)), ("r", Svg.Number(radius))).WriteEndElement();
            }
        }

        html.WriteEndElement();
    }

    private (double X, double Y)? Place(ChartSeries series, int layer) =>
        Axis.Position(series.Values[layer]) is { } position ? (X(layer), Y(position)) : null;

    /// <summary>Each label beside the end of its line, or as near as others let it; lines that end together in the order in which they
    /// run.</summary>
    private void WriteLabels(XmlWriter html)
    {
        (ChartSeries Series, double Y)[] labels =
        [
            .. Series.Where(series => series.Label.Length > 0)
                .Select(series => (Series: series, Ys: series.Values.Select(Axis.Position).OfType<double>().DefaultIfEmpty().Select(Y).ToArray()))
                .OrderBy(label => Math.Round(label.Ys[^1]))
                .ThenBy(label => label.Ys.Average())
                .Select(label => (label.Series, label.Ys[^1])),
        ];
        double[] places = LabelPlaces.Spread([.. labels.Select(label => label.Y)], LabelDistance, Top, Height - Foot);
        foreach (((ChartSeries series, _), double y) in labels.Zip(places))
        {
            html.SvgText($"label {series.Style}", Width - Right + 6, y + 4, series.Label);
        }
    }
}
