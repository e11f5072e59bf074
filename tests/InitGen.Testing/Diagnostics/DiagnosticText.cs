using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Testing.Diagnostics;

/// <summary>Diagnostics as lines for a person to read; one that was expected and one that was reported look alike.</summary>
internal static class DiagnosticText
{
    /// <summary>A reported diagnostic.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    public static string Of(Diagnostic diagnostic) =>
        $"{diagnostic.Severity} {diagnostic.Id} at {Of(diagnostic.Location)}"
        + string.Concat(diagnostic.AdditionalLocations.Select(location => $" and {Of(location)}"))
        + $": {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";

    /// <summary>An expected diagnostic.</summary>
    /// <param name="expected">The diagnostic.</param>
    public static string Of(ExpectedDiagnostic expected)
    {
        DiagnosticResult result = expected.Result;
        string places = expected.Spans.IsEmpty ? "no location" : string.Join(" and ", expected.Spans.Select(Of));
        string arguments = result.MessageArguments.IsDefault ? "" : $", arguments: {string.Join(" | ", result.MessageArguments)}";
        return $"{result.Severity} {result.Id} at {places}{arguments}{(result.Message is null ? "" : $": {result.Message}")}";
    }

    private static string Of(Location location) => location.IsInSource ? Of(location.GetLineSpan()) : "no location";

    private static string Of(FileLinePositionSpan span) => $"{span.Path}{Of(span.StartLinePosition)}-{Of(span.EndLinePosition)}";

    private static string Of(LinePosition position) =>
        string.Create(CultureInfo.InvariantCulture, $"({position.Line + 1},{position.Character + 1})");
}
