using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Reports each class, and no pragma changes that.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnsilenceableAnalyzer() : ClassAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule("LOUD1", WellKnownDiagnosticTags.NotConfigurable);

    protected override void Analyze(SymbolAnalysisContext context) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, context.Symbol.Locations[0], context.Symbol.Name));
}
