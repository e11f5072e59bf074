using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Testing.Analysis;
using InitGen.Testing.Diagnostics;
using InitGen.Testing.Markup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.Testing.CodeFixes;

/// <summary>Applies Fix All to a solution of equal projects: each must fix all of one kind in its scope, and nothing outside.</summary>
internal static class FixAllFixes
{
    /// <summary>Checks what Fix All leads to.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="diagnostics">What was reported of each project.</param>
    /// <param name="scope">The scope of Fix All.</param>
    /// <param name="expected">What each project must become.</param>
    /// <param name="test">The test.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <exception cref="VerificationException">It leads to something else.</exception>
    public static async Task VerifyAsync(
        Solution solution,
        ImmutableDictionary<ProjectId, ImmutableArray<Diagnostic>> diagnostics,
        FixAllScope scope,
        MarkupState expected,
        CodeFixTest test,
        CancellationToken cancellationToken)
    {
        int limit = diagnostics.Values.Sum(reported => reported.Length);
        while (await FirstAsync(solution, diagnostics, test, cancellationToken) is { } fix)
        {
            if (limit-- == 0)
            {
                throw new VerificationException($"Fix All in {scope} scope comes to no end: '{fix.Action.Title}' is still offered.");
            }

            Solution changed = await FixApplication.ApplyAsync(
                solution, await FixAllAsync(fix, scope, diagnostics, cancellationToken), cancellationToken);
            VerifyScope(solution, changed, scope, fix);
            foreach (ProjectId id in changed.GetChanges(solution).GetProjectChanges().Select(project => project.ProjectId))
            {
                diagnostics = diagnostics.SetItem(id, await ProjectAnalysis.RunAsync(changed.GetProject(id)!, test, cancellationToken));
            }

            solution = changed;
            await VerifyNothingLeftAsync(solution, diagnostics, scope, fix, test, cancellationToken);
        }

        foreach (Project project in solution.Projects)
        {
            await FixedProject.VerifyAsync(
                project, diagnostics[project.Id], expected, $"after Fix All in {scope} scope", cancellationToken);
        }
    }

    private static async Task<OfferedFix?> FirstAsync(
        Solution solution,
        ImmutableDictionary<ProjectId, ImmutableArray<Diagnostic>> diagnostics,
        CodeFixTest test,
        CancellationToken cancellationToken)
    {
        foreach (Project project in solution.Projects)
        {
            if (await FixOffers.FirstAsync(project, diagnostics[project.Id], test, cancellationToken) is { } fix)
            {
                return fix;
            }
        }

        return null;
    }

    private static async Task<CodeAction> FixAllAsync(
        OfferedFix fix,
        FixAllScope scope,
        ImmutableDictionary<ProjectId, ImmutableArray<Diagnostic>> diagnostics,
        CancellationToken cancellationToken)
    {
        FixAllProvider provider = fix.Fixer.GetFixAllProvider()
            ?? throw new VerificationException($"{fix.Fixer.GetType().Name} has no Fix All.");
        if (!provider.GetSupportedFixAllScopes().Contains(scope))
        {
            throw new VerificationException($"{fix.Fixer.GetType().Name} has no Fix All in {scope} scope.");
        }

        var context = new FixAllContext(
            fix.Document,
            fix.Fixer,
            scope,
            fix.Action.EquivalenceKey,
            [fix.Diagnostic.Id],
            new ReportedDiagnostics(diagnostics),
            cancellationToken);
        return await provider.GetFixAsync(context)
            ?? throw new VerificationException($"Fix All in {scope} scope does nothing, though '{fix.Action.Title}' is offered.");
    }

    private static void VerifyScope(Solution before, Solution after, FixAllScope scope, OfferedFix fix)
    {
        DocumentId? outside = after.GetChanges(before).GetProjectChanges()
            .SelectMany(project => project.GetChangedDocuments())
            .FirstOrDefault(document => !IsInScope(document, scope, fix));
        if (outside is not null)
        {
            throw new VerificationException(
                $"Fix All in {scope} scope, from {fix.Document.FilePath} of {fix.Document.Project.Name}, "
                + $"changes {after.GetDocument(outside)!.FilePath} of {after.GetProject(outside.ProjectId)!.Name}.");
        }
    }

    private static async Task VerifyNothingLeftAsync(
        Solution solution,
        ImmutableDictionary<ProjectId, ImmutableArray<Diagnostic>> diagnostics,
        FixAllScope scope,
        OfferedFix fix,
        CodeFixTest test,
        CancellationToken cancellationToken)
    {
        foreach (Project project in solution.Projects)
        {
            foreach (Diagnostic diagnostic in diagnostics[project.Id].Where(diagnostic => diagnostic.Id == fix.Diagnostic.Id))
            {
                OfferedFix? left = await FixOffers.FirstAsync(project, [diagnostic], test, cancellationToken);
                if (left?.Action.EquivalenceKey == fix.Action.EquivalenceKey && IsInScope(left!.Document.Id, scope, fix))
                {
                    throw new VerificationException(
                        $"Fix All in {scope} scope leaves something to fix: {DiagnosticText.Of(diagnostic)}");
                }
            }
        }
    }

    private static bool IsInScope(DocumentId document, FixAllScope scope, OfferedFix fix) => scope switch
    {
        FixAllScope.Document => document == fix.Document.Id,
        FixAllScope.Project => document.ProjectId == fix.Document.Id.ProjectId,
        _ => true,
    };
}
