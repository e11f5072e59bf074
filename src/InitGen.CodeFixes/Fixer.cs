using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.CodeFixes;

/// <summary>A fixer that changes text, so that all that it does not change stays as the user wrote it. All its fixes are of one kind,
/// whatever their titles say: Fix All applies those of a document at once. (The batch fixer merges documents and drops changes that stand
/// close to each other.)</summary>
public abstract class Fixer : CodeFixProvider
{
    private protected Fixer()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixAllAsync);

    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context) => RegisterAsync(context);

    /// <summary>The fix of a diagnostic; null where there is none that clears it.</summary>
    internal abstract Fix? Find(FixContext context);

    private static Document WithChanges(Document document, SourceText text, IEnumerable<TextChange> changes) =>
        document.WithText(text.WithChanges(changes.OrderBy(static change => change.Span)));

    private async Task RegisterAsync(CodeFixContext context)
    {
        if (await FixContext.OfAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } common)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (Find(common with { Diagnostic = diagnostic }) is { } fix)
            {
                Document changed = WithChanges(context.Document, common.Text, fix.Changes);
                context.RegisterCodeFix(CodeAction.Create(fix.Title, _ => Task.FromResult(changed), GetType().Name), diagnostic);
            }
        }
    }

    private async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await FixContext.OfAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } common)
        {
            return null;
        }

        // Two diagnostics may want the same change: one of a type around two networks, to make it partial.
        HashSet<TextChange> changes =
            [.. diagnostics.SelectMany(diagnostic => Find(common with { Diagnostic = diagnostic })?.Changes ?? [])];
        return WithChanges(document, common.Text, changes);
    }
}

/// <summary>What a user is offered.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Changes">The changes of the document; they do not overlap.</param>
internal sealed record Fix(string Title, ImmutableArray<TextChange> Changes);

/// <summary>What there is to fix.</summary>
/// <param name="Text">The document's text.</param>
/// <param name="Root">Its syntax.</param>
/// <param name="Model">What it means.</param>
internal sealed record FixContext(SourceText Text, SyntaxNode Root, SemanticModel Model)
{
    /// <summary>What was reported.</summary>
    public Diagnostic Diagnostic { get; init; } = null!;

    /// <summary>What the fix changes, as it stands in a title behind the rest; empty where nothing is known.</summary>
    public string Outcome => PropertyOf(FixKeys.Outcome) is { } outcome ? $" ({outcome})" : "";

    /// <summary>A document before anything is reported of it; null where it has no syntax.</summary>
    public static async Task<FixContext?> OfAsync(Document document, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is null || model is null ? null : new FixContext(text, root, model);
    }

    /// <summary>What the rule hands over under a name; null where nothing.</summary>
    public string? PropertyOf(string key) => Diagnostic.Properties.TryGetValue(key, out string? value) ? value : null;
}
