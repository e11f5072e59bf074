using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace InitGen.Reporting;

/// <summary>What the rules of InitGen said when a project was compiled, read from the compiler's log: SARIF 2.1, which a build writes with
/// <c>-p:ErrorLog=log.sarif%2cversion=2.1</c>.</summary>
public sealed class CompilerLog
{
    // Written by the rules into what they report, and by the compiler into the log.
    private const string NetworkProperty = "Network";

    private readonly ILookup<string, CompilerDiagnostic> _diagnostics;

    private CompilerLog(IEnumerable<CompilerDiagnostic> diagnostics) =>
        _diagnostics = diagnostics.ToLookup(diagnostic => diagnostic.Network, StringComparer.Ordinal);

    /// <summary>Reads a log.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="baseFolder">The folder that files are named relative to; null for the current one. Of files elsewhere, the name alone
    /// is kept.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidDataException">It is not a log in SARIF 2.1.</exception>
    public static CompilerLog Load(string path, string? baseFolder = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = File.OpenRead(path);
        string folder = Path.GetFullPath(baseFolder ?? Environment.CurrentDirectory);
        try
        {
            using JsonDocument document = JsonDocument.Parse(file);
            JsonElement log = document.RootElement;
            string? version = log.GetProperty("version").GetString();
            return version?.StartsWith("2.1", StringComparison.Ordinal) == true
                ? new CompilerLog([.. log.GetProperty("runs").EnumerateArray().SelectMany(run => Read(run, folder))])
                : throw new InvalidDataException(
                    $"'{path}' is in version {version} of SARIF; have the compiler write version 2.1: "
                        + "-p:ErrorLog=log.sarif%2cversion=2.1.");
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"'{path}' is not a log of the compiler in SARIF 2.1: {exception.Message}", exception);
        }
    }

    /// <summary>What was said of a network, in the order of the log.</summary>
    /// <param name="network">The network's class.</param>
    public IReadOnlyList<CompilerDiagnostic> Of(Type network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.FullName is { } name ? [.. _diagnostics[name]] : [];
    }

    private static IEnumerable<CompilerDiagnostic> Read(JsonElement run, string folder)
    {
        foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
        {
            if (result.TryGetProperty("suppressions", out JsonElement suppressions) && suppressions.GetArrayLength() > 0)
            {
                continue; // somebody has read it and answered
            }

            if (SeverityOf(result) is { } severity && NetworkOf(result) is { } network)
            {
                string id = result.GetProperty("ruleId").GetString()!;
                string text = result.GetProperty("message").GetProperty("text").GetString()!;
                (string? file, int line, int column) = PlaceOf(result, folder);
                yield return new CompilerDiagnostic(network, id, severity, text, file, line, column);
            }
        }
    }

    /// <summary>The severity; null for what nobody sees.</summary>
    private static CompilerSeverity? SeverityOf(JsonElement result) =>
        (result.TryGetProperty("level", out JsonElement level) ? level.GetString() : "warning") switch
        {
            "error" => CompilerSeverity.Error,
            "warning" => CompilerSeverity.Warning,
            "note" => CompilerSeverity.Info,
            _ => null,
        };

    private static string? NetworkOf(JsonElement result) =>
        result.TryGetProperty("properties", out JsonElement properties)
        && properties.TryGetProperty("customProperties", out JsonElement custom)
        && custom.TryGetProperty(NetworkProperty, out JsonElement network)
            ? network.GetString()
            : null;

    private static (string? File, int Line, int Column) PlaceOf(JsonElement result, string folder)
    {
        if (!result.TryGetProperty("locations", out JsonElement locations) || locations.GetArrayLength() == 0)
        {
            return default;
        }

        JsonElement place = locations[0].GetProperty("physicalLocation");
        JsonElement region = place.GetProperty("region");
        var uri = new Uri(new Uri(Path.Combine(folder, "any")), place.GetProperty("artifactLocation").GetProperty("uri").GetString()!);
        string path = Path.GetRelativePath(folder, uri.LocalPath);
        bool isInside = !Path.IsPathRooted(path) && !path.StartsWith("..", StringComparison.Ordinal);
        return (
            isInside ? path.Replace('\\', '/') : Path.GetFileName(uri.LocalPath),
            region.GetProperty("startLine").GetInt32(),
            region.GetProperty("startColumn").GetInt32());
    }
}
