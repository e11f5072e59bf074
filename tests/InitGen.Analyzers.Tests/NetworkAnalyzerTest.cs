using System;
using System.Collections.Generic;
using InitGen.Analyzers.Rules;
using InitGen.Testing;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Tests;

/// <summary>A test of the rules on sources that the generator completes.</summary>
internal class NetworkAnalyzerTest : CSharpAnalyzerTest<NetworkAnalyzer>
{
    /// <summary>Whether INIT2014, which no one sees as a warning, is off: a test of another rule may write what Auto picks.</summary>
    public bool IsRedundancyHidden { get; init; } = true;

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(NetworkGenerator)];

    protected override CompilationOptions CreateCompilationOptions() => IsRedundancyHidden
        ? base.CreateCompilationOptions().WithSpecificDiagnosticOptions([new(RedundantInitializerRule.Id, ReportDiagnostic.Suppress)])
        : base.CreateCompilationOptions();
}
