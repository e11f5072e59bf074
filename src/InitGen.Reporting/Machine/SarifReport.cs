using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace InitGen.Reporting;

/// <summary>What is wrong with networks as SARIF 2.1.0, for code scanning and for viewers of it: what was measured, named by its
/// <see cref="FindingKind"/> and placed at network and layer, and what the compiler said, named by its rule and placed in its
/// file.</summary>
public static class SarifReport
{
    private const string PageOfFindings = "https://github.com/initgen/initgen/blob/main/docs/reports.md";

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
        Result[] results = [.. report.Networks.SelectMany(ResultsOf)];
        using var buffer = new MemoryStream();
        var format = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // no HTML is made of it
        };
        using (var json = new Utf8JsonWriter(buffer, format))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            (string Id, string Page)[] rules = [.. results.Select(result => (result.RuleId, result.Page)).DistinctBy(rule => rule.RuleId)];
            WriteTool(json, report.Networks[0].Provenance.Version, rules);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (Result result in results)
            {
                Write(json, result, Array.FindIndex(rules, rule => rule.Id == result.RuleId));
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
        writer.Write('\n');
    }

    private static IEnumerable<Result> ResultsOf(NetworkReport network) =>
    [
        .. network.Findings.Select(finding => new Result(
            finding.Kind.ToString(),
            finding.PageAddress ?? PageOfFindings,
            "warning",
            $"{network.Name}: {finding.Text} {finding.Remedy}".TrimEnd(),
            finding.Layer == 0 ? network.Name : $"{network.Name}.{network.Layers[finding.Layer - 1].Name}",
            Source: null)),
        .. network.CompilerDiagnostics.Select(diagnostic => new Result(
            diagnostic.RuleId,
            diagnostic.PageAddress,
            diagnostic.Severity switch
            {
                CompilerSeverity.Error => "error",
                CompilerSeverity.Warning => "warning",
                _ => "note",
            },
            diagnostic.Text,
            network.Name,
            diagnostic)),
    ];

    private static void WriteTool(Utf8JsonWriter json, string version, IReadOnlyList<(string Id, string Page)> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "InitGen");
        json.WriteString("version", version);
        json.WriteString("informationUri", "https://github.com/initgen/initgen");
        json.WriteStartArray("rules");
        foreach ((string id, string page) in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("helpUri", page);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Result result, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", result.RuleId);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", result.Level);
        json.WriteStartObject("message");
        json.WriteString("text", result.Text);
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        if (result.Source is { File: { } file } source)
        {
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", string.Join('/', file.Split('/').Select(Uri.EscapeDataString)));
            json.WriteEndObject();
            if (source is { Line: > 0, Column: > 0 })
            {
                json.WriteStartObject("region");
                json.WriteNumber("startLine", source.Line);
                json.WriteNumber("startColumn", source.Column);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", result.Place);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Something that is wrong, as SARIF has it.</summary>
    /// <param name="RuleId">What it is.</param>
    /// <param name="Page">The page about it.</param>
    /// <param name="Level">"note", "warning" or "error".</param>
    /// <param name="Text">A sentence.</param>
    /// <param name="Place">The network, or "network.layer".</param>
    /// <param name="Source">What the compiler said; null for what was measured.</param>
    private sealed record Result(string RuleId, string Page, string Level, string Text, string Place, CompilerDiagnostic? Source);
}
