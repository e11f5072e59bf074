using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.CodeFixes;

/// <summary>A fixer that changes text.</summary>
public abstract class TextFixProvider : CodeFixProvider
{
    private protected TextFixProvider()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => TextFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } fix)
            {
                continue;
            }

            // All fixes of one fixer are of one kind, whatever their titles say: Fix All applies them together.
            context.RegisterCodeFix(
                CodeAction.Create(
                    fix.Title, cancellationToken => ApplyAsync(context.Document, fix.Changes, cancellationToken), GetType().Name),
                diagnostic);
        }
    }

    /// <summary>The fix of a diagnostic; null where there is none that clears it.</summary>
    /// <param name="document">The document of the diagnostic.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    internal abstract Task<TextFix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <summary>A document after changes.</summary>
    internal static async Task<Document> ApplyAsync(
        Document document, IEnumerable<TextChange> changes, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes.OrderBy(static change => change.Span)));
    }
}
