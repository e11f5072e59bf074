using InitGen.Analyzers.Usage;
using InitGen.Testing;

namespace InitGen.Analyzers.Tests.Usage;

/// <summary>A test of the rules on code that uses networks.</summary>
internal sealed class UsageTest : CSharpAnalyzerTest<UsageAnalyzer>;
