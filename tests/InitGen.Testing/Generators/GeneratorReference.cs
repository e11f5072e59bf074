using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing.Generators;

/// <summary>Brings generators into a project of a workspace, so that a fixer sees generated sources, as in a real host.</summary>
/// <param name="generators">The types of the generators.</param>
internal sealed class GeneratorReference(IEnumerable<Type> generators) : AnalyzerReference
{
    private readonly ImmutableArray<ISourceGenerator> _generators =
        [.. generators.Select(static type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator())];

    /// <inheritdoc/>
    public override string? FullPath => null;

    /// <inheritdoc/>
    public override object Id => this;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    /// <inheritdoc/>
    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

    /// <inheritdoc/>
    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
}
