using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Testing.Analysis;
using InitGen.Testing.CodeFixes;
using InitGen.Testing.Markup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.Testing;

/// <summary>A test of analyzers and of the fixes of what they report: one by one, and all at once in every scope. A test that sets no
/// fixed code proves that nothing is offered.</summary>
public abstract class CodeFixTest : AnalyzerTest
{
    /// <summary>Adds a document to <see cref="FixedState"/>.</summary>
    public string FixedCode
    {
        set => FixedState.Sources.Add(value);
    }

    /// <summary>Adds a document to <see cref="BatchFixedState"/>.</summary>
    public string BatchFixedCode
    {
        set => BatchFixedState.Sources.Add(value);
    }

    /// <summary>The documents after each fix was applied, and what is still reported then. No sources: no fix is offered.</summary>
    public SolutionState FixedState { get; } = new();

    /// <summary>The documents after Fix All; no sources: as <see cref="FixedState"/>.</summary>
    public SolutionState BatchFixedState { get; } = new();

    /// <summary>Which of the actions that are offered for a diagnostic is applied.</summary>
    public int CodeActionIndex { get; set; }

    /// <summary>The equivalence key of the actions that are applied; null: any.</summary>
    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>Called with each action before it is applied one by one.</summary>
    public Action<CodeAction>? CodeActionVerifier { get; set; }

    /// <summary>How many fixes are applied one by one until none is left; null: at most one a diagnostic.</summary>
    public int? NumberOfIncrementalIterations { get; set; }

    /// <inheritdoc/>
    public override async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await base.RunAsync(cancellationToken);

        using var workspace = new AdhocWorkspace();
        SolutionState original = MarkupState.Process(TestState, this).State;
        SolutionState fixedState = FixedState.Sources.Count > 0 ? Complete(FixedState) : TestState;
        SolutionState batchFixedState = BatchFixedState.Sources.Count > 0 ? Complete(BatchFixedState) : fixedState;

        Project project = TestSolution.AddProject(workspace.CurrentSolution, "TestProject", original, this);
        ImmutableArray<Diagnostic> diagnostics = await ProjectAnalysis.RunAsync(project, this, cancellationToken);
        await IncrementalFixes.VerifyAsync(project, diagnostics, MarkupState.Process(fixedState, this), this, cancellationToken);

        Project twin = TestSolution.AddProject(project.Solution, "Twin", original, this);
        var ofBoth = ImmutableDictionary<ProjectId, ImmutableArray<Diagnostic>>.Empty
            .Add(project.Id, diagnostics)
            .Add(twin.Id, await ProjectAnalysis.RunAsync(twin, this, cancellationToken));
        MarkupState expected = MarkupState.Process(batchFixedState, this);
        foreach (FixAllScope scope in (FixAllScope[])[FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution])
        {
            await FixAllFixes.VerifyAsync(twin.Solution, ofBoth, scope, expected, this, cancellationToken);
        }
    }

    /// <summary>New fixers.</summary>
    internal IEnumerable<CodeFixProvider> CreateCodeFixProviders() => GetCodeFixProviders();

    /// <summary>New fixers to test.</summary>
    protected abstract IEnumerable<CodeFixProvider> GetCodeFixProviders();

    // A fix changes sources only, so that all else is as before.
    private SolutionState Complete(SolutionState state)
    {
        var complete = new SolutionState();
        complete.Sources.AddRange(state.Sources);
        complete.ExpectedDiagnostics.AddRange(state.ExpectedDiagnostics);
        complete.AnalyzerConfigFiles.AddRange(TestState.AnalyzerConfigFiles);
        complete.AdditionalReferences.AddRange(TestState.AdditionalReferences);
        return complete;
    }
}
