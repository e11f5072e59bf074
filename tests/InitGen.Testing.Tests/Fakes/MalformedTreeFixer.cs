using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Writes a name that is not one token: its text parses to another tree.</summary>
internal sealed class MalformedTreeFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["LOW1"];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken))!;
        ClassDeclarationSyntax declaration = root.FindNode(context.Span).FirstAncestorOrSelf<ClassDeclarationSyntax>()!;
        ClassDeclarationSyntax renamed = declaration.WithIdentifier(SyntaxFactory.Identifier("Any<T>"));
        context.RegisterCodeFix(
            CodeAction.Create(
                "Malformed",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(declaration, renamed))),
                "malformed"),
            context.Diagnostics.First());
    }
}
