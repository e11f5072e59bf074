using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Testing.Analysis;
using InitGen.Testing.Diagnostics;
using InitGen.Testing.Markup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing;

/// <summary>Compiles sources, generates, analyzes, and holds what is reported against what the test expects. Named and shaped as in
/// Microsoft.CodeAnalysis.Testing.</summary>
public abstract class AnalyzerTest
{
    /// <summary>Adds a document to <see cref="TestState"/>.</summary>
    public string TestCode
    {
        set => TestState.Sources.Add(value);
    }

    /// <summary>The documents and what must be reported of them.</summary>
    public SolutionState TestState { get; } = new();

    /// <summary>What must be reported besides what the markup says.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;

    /// <summary>Which diagnostics of the compiler must be expected.</summary>
    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;

    /// <summary>The version of C#: the oldest that has partial properties, where the test does not say.</summary>
    public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.CSharp13;

    /// <summary>Changes to the project, one after the other.</summary>
    public List<Func<Solution, ProjectId, Solution>> SolutionTransforms { get; } = [];

    /// <summary>How the documents are parsed.</summary>
    internal ParseOptions ParseOptions => CreateParseOptions();

    /// <summary>How the project is compiled.</summary>
    internal CompilationOptions CompilationOptions => CreateCompilationOptions();

    /// <summary>What <c>[|…|]</c> means.</summary>
    internal DiagnosticDescriptor? DefaultDiagnostic => GetDefaultDiagnostic([.. GetDiagnosticAnalyzers()]);

    /// <summary>Runs the test.</summary>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="VerificationException">Something is not as the test expects.</exception>
    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using var workspace = new AdhocWorkspace();
        MarkupState markup = MarkupState.Process(TestState, this);
        Project project = TestSolution.AddProject(workspace.CurrentSolution, "TestProject", markup.State, this);
        ImmutableArray<Diagnostic> diagnostics = await ProjectAnalysis.RunAsync(project, this, cancellationToken);
        DiagnosticMatching.Verify(markup.Expected, diagnostics, "of the test's sources");
        await SuppressionCheck.VerifyAsync(project, diagnostics, this, cancellationToken);
    }

    /// <summary>New analyzers.</summary>
    internal IEnumerable<DiagnosticAnalyzer> CreateDiagnosticAnalyzers() => GetDiagnosticAnalyzers();

    /// <summary>New generators.</summary>
    internal IEnumerable<ISourceGenerator> CreateSourceGenerators() => GetSourceGenerators().Select(type =>
        Activator.CreateInstance(type) switch
        {
            IIncrementalGenerator generator => generator.AsSourceGenerator(),
            ISourceGenerator generator => generator,
            _ => throw new VerificationException($"{type} is no source generator."),
        });

    /// <summary>New analyzers to test.</summary>
    protected abstract IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers();

    /// <summary>The types of the generators that run before the analyzers.</summary>
    protected virtual IEnumerable<Type> GetSourceGenerators() => [];

    /// <summary>What <c>[|…|]</c> means: the only diagnostic of the analyzers, where there is only one.</summary>
    /// <param name="analyzers">The analyzers.</param>
    protected virtual DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) =>
        analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).ToArray() is [var only] ? only : null;

    /// <summary>How the documents are parsed: documentation is checked too.</summary>
    protected virtual ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion, DocumentationMode.Diagnose);

    /// <summary>How the project is compiled: a library, with nullable references and every warning.</summary>
    protected virtual CompilationOptions CreateCompilationOptions() => new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary,
        concurrentBuild: true,
        warningLevel: int.MaxValue,
        nullableContextOptions: NullableContextOptions.Enable);
}
