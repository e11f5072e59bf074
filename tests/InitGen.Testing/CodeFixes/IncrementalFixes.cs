using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Testing.Analysis;
using InitGen.Testing.Markup;
using Microsoft.CodeAnalysis;

namespace InitGen.Testing.CodeFixes;

/// <summary>Applies fixes one by one, each to what the one before left, until no fix is offered.</summary>
internal static class IncrementalFixes
{
    /// <summary>Checks what the fixes lead to.</summary>
    /// <param name="project">The project.</param>
    /// <param name="diagnostics">What was reported of it.</param>
    /// <param name="expected">What they must lead to.</param>
    /// <param name="test">The test.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <exception cref="VerificationException">They lead to something else, or to no end.</exception>
    public static async Task VerifyAsync(
        Project project,
        ImmutableArray<Diagnostic> diagnostics,
        MarkupState expected,
        CodeFixTest test,
        CancellationToken cancellationToken)
    {
        int applied = 0;
        int limit = test.NumberOfIncrementalIterations ?? diagnostics.Length;
        while (await FixOffers.FirstAsync(project, diagnostics, test, cancellationToken) is { } fix)
        {
            if (test.FixedState.Sources.Count == 0)
            {
                throw new VerificationException($"No fix is expected, but '{fix.Action.Title}' is offered.");
            }

            if (applied++ == limit)
            {
                throw new VerificationException($"After {limit} fixes, '{fix.Action.Title}' is still offered.");
            }

            test.CodeActionVerifier?.Invoke(fix.Action);
            Solution solution = await FixApplication.ApplyAsync(project.Solution, fix.Action, cancellationToken);
            project = solution.GetProject(project.Id)!;
            diagnostics = await ProjectAnalysis.RunAsync(project, test, cancellationToken);
        }

        if (test.NumberOfIncrementalIterations is { } exactly && applied != exactly)
        {
            throw new VerificationException($"{applied} fixes were applied instead of {exactly}.");
        }

        await FixedProject.VerifyAsync(project, diagnostics, expected, "after the fixes were applied one by one", cancellationToken);
    }
}
