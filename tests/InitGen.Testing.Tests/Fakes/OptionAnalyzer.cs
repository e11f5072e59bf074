using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Reports each class with the value of the option test.option, where there is one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OptionAnalyzer() : ClassAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule("OPT1");

    protected override void Analyze(SymbolAnalysisContext context)
    {
        Location location = context.Symbol.Locations[0];
        if (context.Options.AnalyzerConfigOptionsProvider.GetOptions(location.SourceTree!).TryGetValue("test.option", out string? value))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, value));
        }
    }
}
