using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing.Tests;

/// <summary>A test of an analyzer on sources that a generator completes.</summary>
internal sealed class AnalyzerTestOf<TAnalyzer, TGenerator> : CSharpAnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(TGenerator)];
}
