using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Reports LOW1 at the name of each class that starts with a lower-case letter, and LOW2 at each such method.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LowerCaseAnalyzer : DiagnosticAnalyzer
{
    public static DiagnosticDescriptor ClassRule { get; } =
        new("LOW1", "Title", "'{0}' of length {1} starts in lower case", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public static DiagnosticDescriptor MethodRule { get; } =
        new("LOW2", "Title", "'{0}' starts in lower case", "Test", DiagnosticSeverity.Info, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ClassRule, MethodRule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(AnalyzeClass, SymbolKind.NamedType);
        context.RegisterSymbolAction(AnalyzeMethod, SymbolKind.Method);
    }

    private static void AnalyzeClass(SymbolAnalysisContext context)
    {
        if (char.IsLower(context.Symbol.Name[0]))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(ClassRule, context.Symbol.Locations[0], context.Symbol.Name, context.Symbol.Name.Length));
        }
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context)
    {
        if (context.Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } && char.IsLower(context.Symbol.Name[0]))
        {
            context.ReportDiagnostic(Diagnostic.Create(MethodRule, context.Symbol.Locations[0], context.Symbol.Name));
        }
    }
}
