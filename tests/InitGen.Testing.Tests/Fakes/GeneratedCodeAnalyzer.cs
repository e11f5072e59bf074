using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Reports each class named Generated, also in generated sources.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class GeneratedCodeAnalyzer() : ClassAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule("GEN1");

    protected override void Analyze(SymbolAnalysisContext context)
    {
        if (context.Symbol.Name == "Generated")
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, context.Symbol.Locations[0], context.Symbol.Name));
        }
    }
}
