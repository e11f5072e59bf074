using System;
using System.Globalization;
using System.IO;
using System.Linq;
using InitGen.Wording;
using Spectre.Console;

namespace InitGen.Reporting;

/// <summary>A report as tables in a terminal, 80 columns wide.</summary>
public static class ConsoleReport
{
    private const int Width = 80;
    private const int BinsOfCharacter = 2;

    /// <summary>Writes a report to a terminal, a pipe or a file, as what is at the other end can show it: in colour in a terminal, unless
    /// the environment has NO_COLOR.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Where to: <see cref="System.Console.Out"/>, or any other.</param>
    public static void Write(SignalReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        bool isColoured = writer == System.Console.Out && !System.Console.IsOutputRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isColoured ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isColoured ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = writer.Encoding.WebName.StartsWith("utf", StringComparison.Ordinal);
        Write(report, console);
    }

    /// <summary>Writes a report to a console.</summary>
    /// <param name="report">The report.</param>
    /// <param name="console">The console.</param>
    public static void Write(SignalReport report, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(console);
        foreach (NetworkReport network in report.Networks)
        {
            console.Write(new Text(network.Name, new Style(decoration: Decoration.Bold)));
            console.WriteLine();
            console.WriteLine(Description(network));
            if (ReportText.Outlook(network) is { Length: > 0 } outlook)
            {
                console.WriteLine(outlook);
            }

            console.Write(SummaryTable(network, console.Profile.Capabilities.Unicode));
            console.Write(MeasuredTable(network, console.Profile.Capabilities.Unicode));
            WriteFindings(network, console);
            WriteCompilerDiagnostics(network, console);
            console.WriteLine();
        }
    }

    private static void WriteFindings(NetworkReport network, IAnsiConsole console)
    {
        if (network.Findings.Count == 0)
        {
            console.WriteLine(network.Verdict, SignalVerdict.IsGood(network) ? new Style(Color.Green) : Style.Plain);
        }

        Finding? predicted = SignalVerdict.Unsaid(network);
        foreach (Finding finding in predicted is null ? network.Findings : [.. network.Findings, predicted])
        {
            console.WriteLine(finding.Text, new Style(Color.Yellow));
            console.WriteLine(finding.RuleId is null ? finding.Remedy : $"{finding.Remedy} ({finding.RuleId})");
        }
    }

    private static void WriteCompilerDiagnostics(NetworkReport network, IAnsiConsole console)
    {
        foreach (CompilerDiagnostic diagnostic in network.CompilerDiagnostics)
        {
            string place = diagnostic.File is null ? "" : $" ({ReportText.Place(diagnostic)})";
            console.WriteLine(
                $"The compiler: {diagnostic.RuleId}: {diagnostic.Text}{place}",
                diagnostic.Severity == CompilerSeverity.Info ? Style.Plain : new Style(Color.Yellow));
        }
    }

    private static string Description(NetworkReport network) => string.Create(
        CultureInfo.InvariantCulture,
        $"{NumberText.Of((long)network.ParameterCount)} parameters, {ReportText.Start(network)}; {ReportText.Inputs(network)}");

    private static Grid SummaryTable(NetworkReport network, bool unicode)
    {
        Grid table = Table("layer", "shape", "activation", "parameters", "memory", "mult-adds", "initializer", "sigma");
        foreach (LayerSummary summary in network.LayerSummaries)
        {
            AddRow(
                table,
                Shortened(summary.Name, unicode),
                $"{summary.First.Input}>{summary.First.Output}".Replace('×', 'x'),
                summary.First.Activation.ToString(),
                NumberText.Of(summary.ParameterCount),
                ReportText.Bytes(summary.ParameterBytes),
                NumberText.Of(summary.MultiplyAdds),
                summary.First.WeightCount == 0 ? "-" : summary.First.Init.ToString(),
                summary.First.WeightCount == 0 ? "-" : NumberText.Of(summary.First.WeightStdDev));
        }

        AddRow(table, ["total", .. ReportText.Totals(network)]);
        return table;
    }

    private static Grid MeasuredTable(NetworkReport network, bool unicode)
    {
        Grid table = Table("layer", "mean", "std", "pred.", Flat(network), "gradient", "pred.", "histogram");
        foreach (LayerReport layer in network.Layers)
        {
            AddRow(
                table,
                Shortened(layer.Name, unicode),
                NumberText.Of(layer.Measured.ActivationMean),
                NumberText.Of(layer.Measured.ActivationStdDev),
                ReportText.Predicted(layer.Info, static predicted => predicted.ActivationStdDev, NumberText.Of),
                ReportText.PercentCell(layer.Measured.SaturatedFraction),
                NumberText.Of(layer.GradientStdDev),
                ReportText.Predicted(layer.Info, static predicted => predicted.GradientStdDev, NumberText.Of),
                Sparkline.Of(Bars(layer.Measured.Histogram), unicode));
        }

        return table;
    }

    private static Grid Table(params ReadOnlySpan<string> headings)
    {
        var table = new Grid();
        foreach (string heading in headings)
        {
            bool isText = heading is "layer" or "histogram";
            int distance = heading == "layer" ? 0 : 1;
            table.AddColumn(new GridColumn
            {
                Alignment = isText ? Justify.Left : Justify.Right,
                NoWrap = true,
                Padding = new Padding(distance, 0, 0, 0),
            });
        }

        return table.AddRow([.. headings.ToArray().Select(heading => new Text(heading, new Style(decoration: Decoration.Dim)))]);
    }

    private static void AddRow(Grid table, params ReadOnlySpan<string> texts) =>
        table.AddRow([.. texts.ToArray().Select(text => new Text(text))]);

    /// <summary>What the units that pass no gradient are called.</summary>
    private static string Flat(NetworkReport network) =>
        network.Layers.Any(layer => layer.Info.Activation.IsSigmoidal()) ? "satur." : "inact.";

    private static string Shortened(string name, bool unicode)
    {
        const int Longest = 10;
        return name.Length <= Longest ? name : unicode ? $"{name[..(Longest - 1)]}…" : name[..Longest];
    }

    private static long[] Bars(Histogram histogram) =>
    [
        .. Enumerable.Range(0, Histogram.BinCount / BinsOfCharacter).Select(
            bar => Enumerable.Range(bar * BinsOfCharacter, BinsOfCharacter).Sum(bin => histogram[bin])),
    ];
}
