using InitGen.Analyzers.Rules;
using InitGen.Testing;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.Analyzers.Tests;

/// <summary>A test of a fixer on networks.</summary>
internal sealed class NetworkCodeFixTest<TCodeFix> : CSharpCodeFixTest<NetworkAnalyzer, TCodeFix>
    where TCodeFix : CodeFixProvider, new()
{
    // No one sees it as a warning, and a test of another rule may write what Auto picks.
    public NetworkCodeFixTest() => DisabledDiagnostics.Add(RedundantInitializerRule.Id);
}
