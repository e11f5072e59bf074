using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Testing.Analysis;
using InitGen.Testing.Diagnostics;
using InitGen.Testing.Markup;
using InitGen.Testing.Snapshots;
using Microsoft.CodeAnalysis;

namespace InitGen.Testing.CodeFixes;

/// <summary>Holds a fixed project against the expected one.</summary>
internal static class FixedProject
{
    /// <summary>Checks its documents, character by character, and what is reported of them.</summary>
    /// <param name="project">The project.</param>
    /// <param name="diagnostics">What is reported of it.</param>
    /// <param name="expected">What is expected.</param>
    /// <param name="when">After what, for the message.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <exception cref="VerificationException">Something differs.</exception>
    public static async Task VerifyAsync(
        Project project, ImmutableArray<Diagnostic> diagnostics, MarkupState expected, string when, CancellationToken cancellationToken)
    {
        SortedDictionary<string, string> contents = await TestSolution.ContentsAsync(project, cancellationToken);
        foreach ((string path, string content) in expected.State.Sources)
        {
            if (!contents.Remove(path, out string? actual))
            {
                throw new VerificationException($"{path} does not exist {when}.");
            }

            if (actual != content)
            {
                throw new VerificationException($"{path} is not as expected {when}:\n{LineDifference.Of(content, actual)}");
            }
        }

        if (contents.Count > 0)
        {
            throw new VerificationException($"Not expected {when}: {string.Join(", ", contents.Keys)}.");
        }

        DiagnosticMatching.Verify(expected.Expected, diagnostics, when);
    }
}
