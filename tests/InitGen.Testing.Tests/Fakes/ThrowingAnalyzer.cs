using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Throws at each class.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ThrowingAnalyzer() : ClassAnalyzer(Rule("THROW1"))
{
    protected override void Analyze(SymbolAnalysisContext context) => throw new InvalidOperationException("thrown on purpose");
}
