using System.Collections.Immutable;
using System.Composition;
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
public sealed class PartialTypeFixer : Fixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [PartialTypesRule.Id];

    internal override Fix? Find(FixContext context)
    {
        if (context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start).Parent is not TypeDeclarationSyntax type
            || type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return null;
        }

        var change = new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "partial ");
        SyntaxNode changed = CSharpSyntaxTree
            .ParseText(context.Text.WithChanges(change), (CSharpParseOptions)type.SyntaxTree.Options)
            .GetRoot();

        // In half-typed code, as 'namespce N { public partial class Net', the parser does not take the word for the type's.
        return changed.FindToken(change.Span.Start).Parent is TypeDeclarationSyntax
            ? new Fix($"Make '{type.Identifier.ValueText}' partial", [change])
            : null;
    }
}
