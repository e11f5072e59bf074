using System;
using System.Collections.Generic;
using InitGen.Testing;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.Analyzers.Tests;

/// <summary>A test of a fixer on sources that the generator completes.</summary>
internal sealed class NetworkCodeFixTest<TCodeFix> : CSharpCodeFixTest<NetworkAnalyzer, TCodeFix>
    where TCodeFix : CodeFixProvider, new()
{
    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(NetworkGenerator)];
}
