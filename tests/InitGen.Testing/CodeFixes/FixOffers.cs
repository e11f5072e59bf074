using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Testing.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.Testing.CodeFixes;

/// <summary>Asks fixers what they offer.</summary>
internal static class FixOffers
{
    /// <summary>The first fix on offer that the test asks for.</summary>
    /// <param name="project">The project.</param>
    /// <param name="diagnostics">What was reported of it.</param>
    /// <param name="test">The test.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    /// <returns>The fix, or null: nothing is on offer.</returns>
    /// <exception cref="VerificationException">A fix has no title or no equivalence key.</exception>
    public static async Task<OfferedFix?> FirstAsync(
        Project project, IEnumerable<Diagnostic> diagnostics, CodeFixTest test, CancellationToken cancellationToken)
    {
        CodeFixProvider[] fixers = [.. test.CreateCodeFixProviders()];
        foreach (Diagnostic diagnostic in diagnostics)
        {
            string? path = diagnostic.Location.SourceTree?.FilePath;
            Document? document = project.Documents.FirstOrDefault(document => document.FilePath == path);
            if (document is null)
            {
                continue;
            }

            var offered = new List<OfferedFix>();
            foreach (CodeFixProvider fixer in fixers.Where(fixer => fixer.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                offered.AddRange(await OfAsync(document, diagnostic, fixer, cancellationToken));
            }

            OfferedFix[] wanted =
                [.. offered.Where(fix => test.CodeActionEquivalenceKey is not { } key || fix.Action.EquivalenceKey == key)];
            if (wanted.Length > test.CodeActionIndex)
            {
                return wanted[test.CodeActionIndex];
            }
        }

        return null;
    }

    private static async Task<List<OfferedFix>> OfAsync(
        Document document, Diagnostic diagnostic, CodeFixProvider fixer, CancellationToken cancellationToken)
    {
        var offered = new List<OfferedFix>();
        var context = new CodeFixContext(
            document, diagnostic, (action, _) => offered.Add(new OfferedFix(document, diagnostic, fixer, action)), cancellationToken);
        await fixer.RegisterCodeFixesAsync(context);
        foreach (CodeAction action in offered.Select(fix => fix.Action))
        {
            if (string.IsNullOrWhiteSpace(action.Title))
            {
                throw new VerificationException($"A fix has no title: {DiagnosticText.Of(diagnostic)}");
            }

            if (action.EquivalenceKey is null)
            {
                throw new VerificationException($"The fix '{action.Title}' has no equivalence key: Fix All cannot tell it from others.");
            }
        }

        return offered;
    }
}
