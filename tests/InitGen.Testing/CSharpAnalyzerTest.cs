using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace InitGen.Testing;

/// <summary>A test of what an analyzer reports.</summary>
/// <typeparam name="TAnalyzer">The analyzer.</typeparam>
public class CSharpAnalyzerTest<TAnalyzer> : ProjectTest<TAnalyzer, EmptyCodeFixProvider>
    where TAnalyzer : DiagnosticAnalyzer, new();
