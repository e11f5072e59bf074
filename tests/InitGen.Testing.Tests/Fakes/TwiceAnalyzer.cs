using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Reports each class twice, at one place.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TwiceAnalyzer() : ClassAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule("TWICE1");

    protected override void Analyze(SymbolAnalysisContext context)
    {
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, context.Symbol.Locations[0], "first"));
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, context.Symbol.Locations[0], "second"));
    }
}
