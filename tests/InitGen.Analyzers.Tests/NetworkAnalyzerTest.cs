using InitGen.Analyzers.Rules;
using InitGen.Testing;

namespace InitGen.Analyzers.Tests;

/// <summary>A test of the rules on networks.</summary>
internal class NetworkAnalyzerTest : CSharpAnalyzerTest<NetworkAnalyzer>
{
    // No one sees it as a warning, and a test of another rule may write what Auto picks.
    public NetworkAnalyzerTest() => DisabledDiagnostics.Add(RedundantInitializerRule.Id);
}
