using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;

namespace InitGen.Reporting.Charts;

/// <summary>Figures, as those from layer to layer, as lines and points.</summary>
internal sealed class LineChart
{
    private const double Height = 210;
    private const double Top = 14;
    private const double LeastLeft = 40;
    private const double Foot = 36;
    private const double CharacterWidth = 7.2;
    private const double LabelDistance = 14;
    private const int MostTicks = 10;
    private const int MostLargePoints = 30;

    /// <summary>The width, in pixels where there is room for it.</summary>
    public double Width { get; init; } = 300;

    /// <summary>An id that no other chart of the page has.</summary>
    public required string Id { get; init; }

    /// <summary>What stands above it.</summary>
    public required string Caption { get; init; }

    /// <summary>What is shown.</summary>
    public required string Title { get; init; }

    /// <summary>The same in a sentence, with the most telling numbers, for those who do not see it.</summary>
    public required string Description { get; init; }

    /// <summary>The unit of the values; empty where the caption says it.</summary>
    public required string Unit { get; init; }

    /// <summary>What the values are counted by, from 1.</summary>
    public string Counted { get; init; } = "layer";

    /// <summary>The vertical axis.</summary>
    public required ValueAxis Axis { get; init; }

    /// <summary>The figures; a prediction before what was measured, which is drawn over it.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>Between what the figures must stay.</summary>
    public IReadOnlyList<ChartThreshold> Thresholds { get; init; } = [];

    private int Count => Math.Max(1, Series.Max(series => series.Values.Count));

    private double Left => Math.Max(LeastLeft, 10 + (Axis.Ticks.Max(tick => tick.Text.Length) * CharacterWidth));

    private double Right => 10 + (Series.Max(series => series.Label.Length) * CharacterWidth);

    /// <summary>Writes the chart, its caption and what its thresholds are.</summary>
    /// <param name="html">Where to.</param>
    public void Write(XmlWriter html)
    {
        html.Start("figure");
        html.Start("figcaption");
        html.Element("span", Caption);
        if (Unit.Length > 0)
        {
            html.Element("span", Unit, ("class", "unit"));
        }

        html.End();
        html.StartSvg("chart", Id, Width, Height, Title, Description);
        WriteAxes(html);
        WriteThresholds(html);
        foreach (ChartSeries series in Series)
        {
            Write(html, series);
        }

        WriteLabels(html);
        html.WriteEndElement();
        if (Thresholds.Count > 0)
        {
            html.Element("p", string.Join("; ", Thresholds.Select(threshold => threshold.Text)), ("class", "thresholds"));
        }

        html.End();
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

    private void WriteThresholds(XmlWriter html)
    {
        foreach (ChartThreshold threshold in Thresholds)
        {
            if (Axis.PlaceOf(threshold.Value) is { Beyond: 0 } place)
            {
                html.Line("threshold", Left, Y(place.Position), Width - Right, Y(place.Position));
            }
        }
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
        html.Start("g", ("class", $"{series.Colour} {(series.IsPredicted ? "predicted" : "measured")}"));
        (double X, double Y)[] run = [];
        for (int layer = 0; layer <= series.Values.Count; layer++)
        {
            if (layer < series.Values.Count && Axis.PlaceOf(series.Values[layer]) is { } place)
            {
                run = [.. run, (X(layer), Y(place.Position))];
                continue;
            }

            // A value that is not known interrupts the line.
            if (run.Length > 1)
            {
                IEnumerable<string> points = run.Select(point => $"{Svg.Number(point.X)},{Svg.Number(point.Y)}");
                html.Start("polyline", ("points", string.Join(' ', points))).WriteEndElement();
            }

            run = [];
        }

        double radius = (series.Values.Count > MostLargePoints ? 1.2 : 2.4) + (series.IsPredicted ? 2.2 : 0);
        for (int layer = 0; layer < series.Values.Count; layer++)
        {
            if (Axis.PlaceOf(series.Values[layer]) is { } place)
            {
                WritePoint(html, X(layer), Y(place.Position), radius, place.Beyond, series.Values[layer]);
            }
        }

        html.WriteEndElement();
    }

    /// <summary>A point, or a triangle that shows where a value lies that the axis does not reach.</summary>
    private static void WritePoint(XmlWriter html, double x, double y, double radius, int beyond, double value)
    {
        if (beyond == 0)
        {
            html.Start("circle", ("cx", Svg.Number(x)), ("cy", Svg.Number(y)), ("r", Svg.Number(radius))).WriteEndElement();
            return;
        }

        double size = beyond * (radius + 3);
        double side = radius + 1.5;
        string path = $"M{Svg.Number(x)} {Svg.Number(y - size)}l{Svg.Number(side)} {Svg.Number(size)}h{Svg.Number(-2 * side)}z";
        html.Start("path", ("class", "beyond"), ("d", path));
        html.Element("title", TickText.Of(value));
        html.End();
    }

    private double[] YsOf(ChartSeries series) =>
        [.. series.Values.Select(Axis.PlaceOf).OfType<ValueAxis.Place>().Select(place => Y(place.Position)).DefaultIfEmpty(Y(0))];

    /// <summary>Each label beside the end of its line, or as near as others let it; lines that end together in the order in which they
    /// run.</summary>
    private void WriteLabels(XmlWriter html)
    {
        (ChartSeries Series, double Y)[] labels =
        [
            .. Series.Where(series => series.Label.Length > 0)
                .Select(series => (Series: series, Ys: YsOf(series)))
                .OrderBy(label => Math.Round(label.Ys[^1]))
                .ThenBy(label => label.Ys.Average())
                .Select(label => (label.Series, label.Ys[^1])),
        ];
        double[] places = LabelPlaces.Spread([.. labels.Select(label => label.Y)], LabelDistance, Top, Height - Foot);
        foreach (((ChartSeries series, _), double y) in labels.Zip(places))
        {
            html.SvgText($"label {series.Colour}", Width - Right + 6, y + 4, series.Label);
        }
    }
}

/// <summary>A figure from layer to layer.</summary>
/// <param name="Colour">The class that gives it its colour, which is that of a network on the whole page: "series-1".</param>
/// <param name="Values">One for each layer; NaN where it is not known.</param>
/// <param name="IsPredicted">Whether it is predicted: dashed, its points rings.</param>
/// <param name="Label">What stands at its end; empty where a legend says it.</param>
internal sealed record ChartSeries(string Colour, IReadOnlyList<double> Values, bool IsPredicted = false, string Label = "")
{
    /// <summary>As many as there are colours that can be told apart.</summary>
    public const int ColourCount = 8;

    /// <summary>The class of a colour.</summary>
    /// <param name="index">The index of what it stands for, from 0; beyond the last colour the first one follows.</param>
    public static string ColourOf(int index) => string.Create(CultureInfo.InvariantCulture, $"series-{(index % ColourCount) + 1}");
}

/// <summary>A line that figures must stay above or below.</summary>
/// <param name="Value">Where it is.</param>
/// <param name="Text">What it says: "vanishes below 0.01".</param>
internal sealed record ChartThreshold(double Value, string Text);
