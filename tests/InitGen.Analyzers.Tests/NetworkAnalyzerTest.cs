using System;
using System.Collections.Generic;
using InitGen.Testing;

namespace InitGen.Analyzers.Tests;

/// <summary>A test of the rules on sources that the generator completes.</summary>
internal class NetworkAnalyzerTest : CSharpAnalyzerTest<NetworkAnalyzer>
{
    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(NetworkGenerator)];
}
