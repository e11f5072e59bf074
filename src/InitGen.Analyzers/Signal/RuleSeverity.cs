using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Analyzers.Signal;

/// <summary>How loudly the rules speak of one file. A rule that is switched off is not heard, so it explains nothing. A single place that
/// is silenced by a pragma or an attribute is another thing: there, somebody has read what the rule says and answered.</summary>
/// <param name="compilation">The compilation, whose options hold the command line, NoWarn and rule sets.</param>
/// <param name="tree">The file; null where there is none.</param>
/// <param name="options">The file's options, for the severities of whole categories.</param>
internal sealed class RuleSeverity(Compilation compilation, SyntaxTree? tree, AnalyzerConfigOptions options)
{
    /// <summary>Whether anybody sees what a rule reports: it is neither switched off nor hidden.</summary>
    /// <param name="diagnostic">What it reports.</param>
    public bool IsHeard(Diagnostic diagnostic) => IsHeard(diagnostic.Descriptor, diagnostic.Severity);

    /// <summary>Whether anybody would see what a rule reports.</summary>
    /// <param name="rule">The rule.</param>
    public bool IsHeard(DiagnosticDescriptor rule) => IsHeard(rule, rule.DefaultSeverity);

    private bool IsHeard(DiagnosticDescriptor rule, DiagnosticSeverity reported)
    {
        // In the order in which the compiler asks.
        ReportDiagnostic? severity = OfCompilation(rule.Id) ?? OfFiles(rule.Id) ?? OfCategory(rule.Category) ?? OfAll(reported);
        return severity switch
        {
            null => reported != DiagnosticSeverity.Hidden,
            ReportDiagnostic.Suppress or ReportDiagnostic.Hidden => false,
            _ => true,
        };
    }

    private ReportDiagnostic? OfCompilation(string id) =>
        compilation.Options.SpecificDiagnosticOptions.TryGetValue(id, out ReportDiagnostic severity) ? Specified(severity) : null;

    private ReportDiagnostic? OfFiles(string id) =>
        compilation.Options.SyntaxTreeOptionsProvider is { } files
        && ((tree is not null && files.TryGetDiagnosticValue(tree, id, default, out ReportDiagnostic severity))
            || files.TryGetGlobalDiagnosticValue(id, default, out severity))
            ? Specified(severity)
            : null;

    private ReportDiagnostic? OfCategory(string category) =>
        options.TryGetValue($"dotnet_analyzer_diagnostic.category-{category}.severity", out string? severity)
        || options.TryGetValue("dotnet_analyzer_diagnostic.severity", out severity)
            ? severity.ToUpperInvariant() switch
            {
                "NONE" => ReportDiagnostic.Suppress,
                "SILENT" or "REFACTORING" => ReportDiagnostic.Hidden,
                "SUGGESTION" => ReportDiagnostic.Info,
                "WARNING" => ReportDiagnostic.Warn,
                "ERROR" => ReportDiagnostic.Error,
                _ => null,
            }
            : null;

    private ReportDiagnostic? OfAll(DiagnosticSeverity severity) =>
        severity == DiagnosticSeverity.Warning ? Specified(compilation.Options.GeneralDiagnosticOption) : null;

    private static ReportDiagnostic? Specified(ReportDiagnostic severity) => severity == ReportDiagnostic.Default ? null : severity;
}
