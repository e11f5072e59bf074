using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Testing.CodeFixes;

/// <summary>Applies an action.</summary>
internal static class FixApplication
{
    /// <summary>The solution after an action, its changed documents parsed anew from their text.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Ends the application early.</param>
    /// <exception cref="VerificationException">The action does something other than to change documents, changes none, or makes a syntax
    /// tree that its own text does not parse to.</exception>
    public static async Task<Solution> ApplyAsync(Solution solution, CodeAction action, CancellationToken cancellationToken)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(cancellationToken);
        if (operations is not [ApplyChangesOperation { ChangedSolution: Solution changed }])
        {
            throw new VerificationException($"The fix '{action.Title}' does something other than to change documents.");
        }

        Solution applied = solution;
        foreach (DocumentId id in changed.GetChanges(solution).GetProjectChanges().SelectMany(project => project.GetChangedDocuments()))
        {
            Document document = changed.GetDocument(id)!;
            SourceText text = await document.GetTextAsync(cancellationToken);
            if (text.ContentEquals(await solution.GetDocument(id)!.GetTextAsync(cancellationToken)))
            {
                continue;
            }

            applied = applied.WithDocumentText(id, SourceText.From(text.ToString()));
            SyntaxNode made = (await document.GetSyntaxRootAsync(cancellationToken))!;
            SyntaxNode parsed = (await applied.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken))!;
            if (!SyntaxFactory.AreEquivalent(made, parsed, topLevel: false))
            {
                throw new VerificationException($"The fix '{action.Title}' makes a syntax tree that its text does not parse to:\n{text}");
            }
        }

        return applied != solution ? applied : throw new VerificationException($"The fix '{action.Title}' changes nothing.");
    }
}
