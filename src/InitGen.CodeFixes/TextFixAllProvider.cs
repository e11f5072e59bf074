using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.CodeFixes;

/// <summary>Applies all fixes of a document at once. (The batch fixer merges documents and drops changes that stand close to each
/// other.)</summary>
internal sealed class TextFixAllProvider : DocumentBasedFixAllProvider
{
    /// <summary>The only one.</summary>
    public static readonly TextFixAllProvider Instance = new();

    private TextFixAllProvider()
    {
    }

    /// <inheritdoc/>
    protected override async Task<Document?> FixAllAsync(
        FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var fixer = (TextFixProvider)fixAllContext.CodeFixProvider;

        // Two diagnostics may want the same change: one of a type around two networks, to make it partial.
        HashSet<TextChange> changes = [];
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (await fixer.FindAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false) is { } fix)
            {
                changes.UnionWith(fix.Changes);
            }
        }

        return await TextFixProvider.ApplyAsync(document, changes, fixAllContext.CancellationToken).ConfigureAwait(false);
    }
}
