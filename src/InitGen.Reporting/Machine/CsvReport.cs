using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace InitGen.Reporting;

/// <summary>A report as CSV (RFC 4180, but for line ends of '\n'), one line a layer, for spreadsheets and data frames; docs/reports.md
/// describes it. What is not known or not finite is empty.</summary>
public static class CsvReport
{
    private static readonly string[] Descriptions = ["network", "layer", "name", "inputs", "units", "activation", "init"];
    private static readonly string[] HistogramColumns =
        ["histogramLower", "histogramUpper", "histogramBelow", "histogramAbove", "histogramCounts"];

    /// <summary>Writes a report to a file, which is there whole or not at all.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The path of the file; one that is there is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save(SignalReport report, string path)
    {
        ArgumentNullException.ThrowIfNull(report);
        TextFile.Write(path, writer => Write(report, writer));
    }

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(SignalReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        WriteLine(writer, [.. Descriptions, .. LayerFigure.All.Select(figure => figure.Name), .. HistogramColumns]);
        foreach (NetworkReport network in report.Networks)
        {
            foreach (LayerReport layer in network.Layers)
            {
                WriteLine(
                    writer, [.. Describe(network, layer), .. LayerFigure.All.Select(figure => figure.Text(layer)), .. Count(layer)]);
            }
        }
    }

    private static IEnumerable<string> Describe(NetworkReport network, LayerReport layer) =>
    [
        network.Name,
        Text(layer.Number),
        layer.Name,
        Text(layer.Info.Inputs),
        Text(layer.Info.Units),
        layer.Info.Activation.ToString(),
        layer.Info.WeightCount == 0 ? "" : layer.Info.Init.ToString(),
    ];

    private static IEnumerable<string> Count(LayerReport layer)
    {
        Histogram histogram = layer.Measured.Histogram;
        return
        [
            histogram.Lower.ToString("R", CultureInfo.InvariantCulture),
            histogram.Upper.ToString("R", CultureInfo.InvariantCulture),
            Text(histogram.Below),
            Text(histogram.Above),
            string.Join(' ', Enumerable.Range(0, Histogram.BinCount).Select(bin => Text(histogram[bin]))),
        ];
    }

    private static void WriteLine(TextWriter writer, IEnumerable<string> fields)
    {
        writer.Write(string.Join(',', fields.Select(Quoted)));
        writer.Write('\n');
    }

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny("\",\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
