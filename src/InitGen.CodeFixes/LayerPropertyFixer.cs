using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using InitGen.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.CodeFixes;

/// <summary>INIT1002: makes a property partial, get-only, of an instance, and of the type that a layer has. One with code of its own is
/// left to its author.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LayerPropertyFixer))]
[Shared]
public sealed class LayerPropertyFixer : Fixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [LayerPropertyRule.Id];

    internal override Fix? Find(FixContext context)
    {
        if (context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start).Parent is not PropertyDeclarationSyntax property
            || property.ContainsDiagnostics // half-typed: where its parts begin and end is a guess
            || !IsWithoutCode(property)
            || context.PropertyOf(LayerPropertyRule.TypeKey) is not { } typeName
            || context.Model.Compilation.GetTypeByMetadataName($"{nameof(InitGen)}.{typeName}") is not { } type)
        {
            return null;
        }

        return new Fix(
            $"Make '{property.Identifier.ValueText}' a partial, get-only {typeName}",
            [.. ModifierChanges(property), TypeChange(property, type, context.Model), .. AccessorChanges(property)]);
    }

    private static bool IsWithoutCode(PropertyDeclarationSyntax property) => property is
    {
        ExplicitInterfaceSpecifier: null,
        ExpressionBody: null,
        Initializer: null,
        AccessorList.Accessors: var accessors,
    } && accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null, AttributeLists.Count: 0 });

    private static IEnumerable<TextChange> ModifierChanges(PropertyDeclarationSyntax property) =>
        from modifier in property.Modifiers
        where modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ExternKeyword or SyntaxKind.PartialKeyword
        select new TextChange(TextSpan.FromBounds(modifier.SpanStart, EndOfSpaceAfter(modifier)), "");

    private static int EndOfSpaceAfter(SyntaxToken token) =>
        token.Span.End + token.TrailingTrivia
            .TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))
            .Sum(static space => space.Span.Length);

    // Before C# 14, partial stands last.
    private static TextChange TypeChange(PropertyDeclarationSyntax property, INamedTypeSymbol type, SemanticModel model)
    {
        ITypeSymbol? declared = model.GetTypeInfo(property.Type is RefTypeSyntax reference ? reference.Type : property.Type).Type;
        string name = SymbolEqualityComparer.Default.Equals(declared, type) && property.Type is not RefTypeSyntax
            ? property.Type.ToString()
            : type.ToMinimalDisplayString(model, property.Type.SpanStart);
        return new TextChange(property.Type.Span, $"partial {name}");
    }

    private static IEnumerable<TextChange> AccessorChanges(PropertyDeclarationSyntax property) =>
        property.AccessorList is { } list && !IsGetOnly(list.Accessors) ? [new TextChange(list.Span, "{ get; }")] : [];

    private static bool IsGetOnly(SyntaxList<AccessorDeclarationSyntax> accessors) =>
        accessors.Count == 1 && accessors[0].IsKind(SyntaxKind.GetAccessorDeclaration) && accessors[0].Modifiers.Count == 0;
}
