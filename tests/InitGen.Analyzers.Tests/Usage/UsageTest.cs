using System;
using System.Collections.Generic;
using InitGen.Analyzers.Usage;
using InitGen.Testing;

namespace InitGen.Analyzers.Tests.Usage;

/// <summary>A test of the rules on code that uses networks, which the generator completes.</summary>
internal sealed class UsageTest : CSharpAnalyzerTest<UsageAnalyzer>
{
    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(NetworkGenerator)];
}
