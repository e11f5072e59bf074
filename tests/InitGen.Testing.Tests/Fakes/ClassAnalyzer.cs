using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>An analyzer that does something with each class.</summary>
/// <param name="rule">What it reports.</param>
internal abstract class ClassAnalyzer(DiagnosticDescriptor rule) : DiagnosticAnalyzer
{
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [rule];

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    protected static DiagnosticDescriptor Rule(string id, params string[] customTags) =>
        new(id, "Title", "Found '{0}'", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true, customTags: customTags);

    protected abstract void Analyze(SymbolAnalysisContext context);
}
