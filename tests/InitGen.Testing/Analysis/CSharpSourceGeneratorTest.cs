using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing;

/// <summary>A test of what compiler and generator say of sources, without analyzers.</summary>
/// <typeparam name="TSourceGenerator">The generator.</typeparam>
public class CSharpSourceGeneratorTest<TSourceGenerator> : AnalyzerTest
    where TSourceGenerator : new()
{
    /// <inheritdoc/>
    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [];

    /// <inheritdoc/>
    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(TSourceGenerator)];
}
