using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Testing;

/// <summary>A diagnostic that a test expects. Everything that is set must be found as it is set.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Severity">The severity that it is reported with.</param>
public sealed record DiagnosticResult(string Id, DiagnosticSeverity Severity)
{
    /// <summary>Expects a diagnostic with its default severity.</summary>
    /// <param name="descriptor">The diagnostic's descriptor.</param>
    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(descriptor.Id, descriptor.DefaultSeverity)
    {
    }

    /// <summary>The arguments of its message; default where the test does not say.</summary>
    public ImmutableArray<object?> MessageArguments { get; init; }

    /// <summary>Its message; null where the test does not say.</summary>
    public string? Message { get; init; }

    /// <summary>Its location and its additional locations; none for a diagnostic without location.</summary>
    public ImmutableArray<DiagnosticLocation> Locations { get; init; } = [];

    /// <summary>Whether only the first location is compared.</summary>
    public bool IgnoreAdditionalLocations { get; init; }

    /// <summary>Expects an error of the compiler.</summary>
    /// <param name="id">Its id.</param>
    public static DiagnosticResult CompilerError(string id) => new(id, DiagnosticSeverity.Error);

    /// <summary>Expects a warning of the compiler.</summary>
    /// <param name="id">Its id.</param>
    public static DiagnosticResult CompilerWarning(string id) => new(id, DiagnosticSeverity.Warning);

    /// <summary>The same with another severity.</summary>
    /// <param name="severity">The severity.</param>
    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    /// <summary>The same with arguments of its message.</summary>
    /// <param name="arguments">All arguments.</param>
    public DiagnosticResult WithArguments(params object?[] arguments) => this with { MessageArguments = [.. arguments] };

    /// <summary>The same with a message.</summary>
    /// <param name="message">The whole message.</param>
    public DiagnosticResult WithMessage(string message) => this with { Message = message };

    /// <summary>The same with a further location.</summary>
    /// <param name="markupKey">The number of a place in the markup.</param>
    public DiagnosticResult WithLocation(int markupKey) => With(new DiagnosticLocation(markupKey, default));

    /// <summary>The same with a further location.</summary>
    /// <param name="path">The document's path.</param>
    /// <param name="startLine">The line of its start, from 1.</param>
    /// <param name="startColumn">The column of its start, from 1.</param>
    /// <param name="endLine">The line of its end, from 1.</param>
    /// <param name="endColumn">The column behind its end, from 1.</param>
    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn)
    {
        var start = new LinePosition(startLine - 1, startColumn - 1);
        var end = new LinePosition(endLine - 1, endColumn - 1);
        return With(new DiagnosticLocation(null, new FileLinePositionSpan(path, start, end)));
    }

    /// <inheritdoc cref="WithSpan(string, int, int, int, int)"/>
    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan("", startLine, startColumn, endLine, endColumn);

    private DiagnosticResult With(DiagnosticLocation location) => this with { Locations = Locations.Add(location) };
}
