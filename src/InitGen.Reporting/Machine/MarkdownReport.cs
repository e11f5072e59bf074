using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using InitGen.Wording;

namespace InitGen.Reporting;

/// <summary>A report as Markdown, for the summaries of build servers and for notes: what is wrong and what to do, then the
/// layers.</summary>
public static class MarkdownReport
{
    private const string Special = "\\`*_{}[]<>#|&~";

    private static readonly string[] Headings =
        ["layer", "shape", "weights", "mean", "std", "predicted", "over inputs", "predicted", "flat", "gradient", "predicted"];

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
        foreach (NetworkReport network in report.Networks)
        {
            Write(network, writer);
        }
    }

    private static void Write(NetworkReport network, TextWriter writer)
    {
        WriteLine(writer, $"## {Escaped(network.Name)}");
        WriteLine(writer, "");
        if (network.Findings.Count == 0)
        {
            WriteLine(writer, Escaped(network.Verdict));
            WriteLine(writer, "");
        }

        string[] faults = [.. network.Findings.Select(Describe), .. network.CompilerDiagnostics.Select(Describe)];
        foreach (string fault in faults)
        {
            WriteLine(writer, $"- {fault}");
        }

        if (faults.Length > 0)
        {
            WriteLine(writer, "");
        }

        WriteLine(writer, Escaped(
            $"{ReportText.Count(network.ParameterCount, "parameter")}, {ReportText.Start(network)}; {ReportText.Inputs(network)}. "
            + (ReportText.Outlook(network) is { Length: > 0 } outlook ? $"{outlook}. " : "")
            + "The std over inputs is the part of the std that tells inputs apart; flat units pass less than 1 % of the gradient; "
            + "gradients are relative to the last layer's."));
        WriteLine(writer, "");
        WriteRow(writer, Headings);
        WriteRow(writer, ["---", "---", "---", .. Headings.Skip(3).Select(_ => "---:")]);
        foreach (LayerReport layer in network.Layers)
        {
            WriteRow(writer, Figures(layer).Select(Escaped));
        }

        WriteLine(writer, "");
    }

    private static string Describe(Finding finding) =>
        $"**{finding.Kind}**: {Escaped($"{finding.Text} {finding.Remedy}".TrimEnd())}"
        + (finding.PageAddress is { } page ? $" ([{finding.RuleId}]({page}))" : "");

    private static string Describe(CompilerDiagnostic diagnostic)
    {
        string place =
            diagnostic.File is null ? "" : FormattableString.Invariant($", {diagnostic.File}({diagnostic.Line},{diagnostic.Column})");
        return $"**Compiler, {diagnostic.Severity.ToString().ToLowerInvariant()}{Escaped(place)}**: {Escaped(diagnostic.Text)} "
            + $"([{diagnostic.RuleId}]({diagnostic.PageAddress}))";
    }

    private static IEnumerable<string> Figures(LayerReport layer) =>
    [
        layer.Name,
        $"{layer.Info.Input} → {layer.Info.Output} {layer.Info.Activation}",
        ReportText.Initializer(layer.Info),
        NumberText.Of(layer.Measured.ActivationMean),
        NumberText.Of(layer.Measured.ActivationStdDev),
        Predicted(layer, static predicted => predicted.ActivationStdDev),
        NumberText.Of(layer.Measured.SignalStdDev),
        Predicted(layer, static predicted => predicted.SignalStdDev),
        ReportText.PercentCell(layer.Measured.SaturatedFraction),
        NumberText.Of(layer.GradientStdDev),
        Predicted(layer, static predicted => predicted.GradientStdDev),
    ];

    private static string Predicted(LayerReport layer, Func<LayerPrediction, double> figure) =>
        ReportText.Predicted(layer.Info, figure, static number => ReportText.Predicted(number));

    private static void WriteRow(TextWriter writer, IEnumerable<string> cells) => WriteLine(writer, $"| {string.Join(" | ", cells)} |");

    private static void WriteLine(TextWriter writer, string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }

    // A name is shown as it is, whatever Markdown or HTML would make of it.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            escaped.Append(char.IsControl(letter) ? " " : Special.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : $"{letter}");
        }

        return escaped.ToString();
    }
}
