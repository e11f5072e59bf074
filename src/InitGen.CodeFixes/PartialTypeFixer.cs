using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.CodeFixes;

/// <summary>INIT1001: makes a type partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialTypeFixer))]
[Shared]
public sealed class PartialTypeFixer : TextFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [PartialTypesRule.Id];

    internal override async Task<TextFix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not TypeDeclarationSyntax type
            || type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return null;
        }

        var change = new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "partial ");
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        SyntaxTree changed = CSharpSyntaxTree.ParseText(
            text.WithChanges(change), (CSharpParseOptions)type.SyntaxTree.Options, cancellationToken: cancellationToken);
        SyntaxNode changedRoot = await changed.GetRootAsync(cancellationToken).ConfigureAwait(false);

        // In half-typed code, as 'namespce N { public partial class Net', the parser does not take the word for the type's.
        return changedRoot.FindToken(change.Span.Start).Parent is TypeDeclarationSyntax
            ? new TextFix($"Make '{type.Identifier.ValueText}' partial", [change])
            : null;
    }
}
