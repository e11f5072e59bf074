using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Reports LOW1 at the name of each class that starts with a lower-case letter.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LowerCaseAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Descriptor =
        new("LOW1", "Title", "'{0}' starts in lower case", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        if (char.IsLower(context.Symbol.Name[0]))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, context.Symbol.Locations[0], context.Symbol.Name));
        }
    }
}
