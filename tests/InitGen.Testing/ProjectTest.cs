using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;

namespace InitGen.Testing;

/// <summary>A test of what is reported of a project that the generator completes, and of the fixes.</summary>
/// <typeparam name="TAnalyzer">The analyzer.</typeparam>
/// <typeparam name="TCodeFix">The fixer.</typeparam>
public abstract class ProjectTest<TAnalyzer, TCodeFix> : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    // The library would compose another for each project, which takes as long as to compile it.
    private static readonly AdhocWorkspace Workspace = new();

    private protected ProjectTest() => TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck; // these are held against snapshots

    /// <summary>The version of C#: the oldest that has partial properties, where the test does not say.</summary>
    public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.CSharp13;

    /// <inheritdoc/>
    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(NetworkGenerator)];

    /// <inheritdoc/>
    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion, DocumentationMode.Diagnose);

    /// <summary>How the project is compiled: with nullable references and every warning.</summary>
    protected override CompilationOptions CreateCompilationOptions() => new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary, warningLevel: int.MaxValue, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>A project without documents, with references that no test has to download, and with the generators, so that fixers see
    /// generated sources as in an editor.</summary>
    protected override Task<Solution> CreateSolutionAsync(
        ProjectId projectId, EvaluatedProjectState projectState, CancellationToken cancellationToken) =>
        Task.FromResult(Workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            projectId,
            VersionStamp.Default,
            projectState.Name,
            projectState.AssemblyName,
            LanguageNames.CSharp,
            compilationOptions: CreateCompilationOptions().WithOutputKind(projectState.OutputKind),
            parseOptions: CreateParseOptions(),
            metadataReferences: MetadataReferences.Default,
            analyzerReferences: [new GeneratorReference(GetSourceGenerators())])));

    /// <summary>The project as the library analyzes it: it runs the generators itself, and sees what they throw.</summary>
    protected override async Task<(Compilation compilation, ImmutableArray<Diagnostic> generatorDiagnostics)> GetProjectCompilationAsync(
        Project project, IVerifier verifier, CancellationToken cancellationToken)
    {
        (Compilation compilation, ImmutableArray<Diagnostic> generatorDiagnostics) =
            await base.GetProjectCompilationAsync(project.WithAnalyzerReferences([]), verifier, cancellationToken);

        // What the generator reports where the compiler runs no analyzer, the analyzer reports too.
        return (compilation, generatorDiagnostics.RemoveAll(static diagnostic => diagnostic.Id.StartsWith("INIT", StringComparison.Ordinal)));
    }

    /// <summary>Whether a test has to expect a diagnostic of the compiler: also each warning of a generated source, which no test does.</summary>
    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) =>
        base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics)
        || (diagnostic.Severity >= DiagnosticSeverity.Warning
            && diagnostic.Location.SourceTree is { } tree
            && !Path.IsPathRooted(tree.FilePath)); // as those of a test's own documents are
}
