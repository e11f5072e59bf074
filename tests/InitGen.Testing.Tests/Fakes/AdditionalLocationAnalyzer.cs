using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Reports each partial class at its first part, and the other parts as additional locations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AdditionalLocationAnalyzer() : ClassAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule("PART1");

    protected override void Analyze(SymbolAnalysisContext context) => context.ReportDiagnostic(
        Diagnostic.Create(Descriptor, context.Symbol.Locations[0], context.Symbol.Locations.RemoveAt(0), context.Symbol.Name));
}
