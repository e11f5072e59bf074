using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Reading;

/// <summary>Tells definitions that say all by themselves, as nearly all do, from those that mention other code.</summary>
internal static class SelfContained
{
    /// <summary>Whether a definition's meaning follows from its own file and its <see cref="Surroundings"/>: it is no part among others, has
    /// no base and no type around it, and its attributes are made of numbers, members of the library's enumerations and constants of its
    /// own.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="type">Its type.</param>
    public static bool Is(TypeDeclarationSyntax definition, INamedTypeSymbol type)
    {
        if (type.DeclaringSyntaxReferences.Length != 1 || definition.BaseList is not null || definition.Parent is TypeDeclarationSyntax
            || HasAlias(definition.SyntaxTree) || MentionsInDocumentation(definition))
        {
            return false;
        }

        VariableDeclaratorSyntax[] constants =
        [
            .. definition.Members.OfType<FieldDeclarationSyntax>().Where(static field => field.Modifiers.Any(SyntaxKind.ConstKeyword))
                .SelectMany(static field => field.Declaration.Variables),
        ];
        ImmutableHashSet<string> known = Vocabulary.Values.Union(constants.Select(static constant => constant.Identifier.ValueText));
        return constants.Select(static constant => constant.Initializer?.Value).Concat(AttributeValues(definition))
            .All(value => value is null || value.DescendantNodesAndSelf().All(node => node switch
            {
                TypeOfExpressionSyntax => false, // of a type elsewhere, even where a constant has its name
                SimpleNameSyntax name => IsKnown(name, known),
                _ => true,
            }));
    }

    /// <summary>Whether names can have other names in a file.</summary>
    /// <param name="file">The file.</param>
    public static bool HasAlias(SyntaxTree file) => file.GetRoot()
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .Any(static node => node is ExternAliasDirectiveSyntax or UsingDirectiveSyntax { Alias: not null });

    private static IEnumerable<ExpressionSyntax> AttributeValues(TypeDeclarationSyntax definition) =>
        from list in definition.AttributeLists.Concat(definition.Members.OfType<PropertyDeclarationSyntax>().SelectMany(static property => property.AttributeLists))
        from attribute in list.Attributes
        from argument in attribute.ArgumentList?.Arguments ?? default
        select argument.Expression;

    private static bool IsKnown(SimpleNameSyntax name, ImmutableHashSet<string> known) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
        || (name is IdentifierNameSyntax && known.Contains(name.Identifier.ValueText));

    // References to code are spelled out in what is read, and included files can be anything.
    private static bool MentionsInDocumentation(TypeDeclarationSyntax definition) => definition
        .DescendantNodes(static node => node is not (BaseMethodDeclarationSyntax or AccessorListSyntax or ExpressionSyntax), descendIntoTrivia: true)
        .Any(static node => node is CrefSyntax or XmlNameAttributeSyntax or XmlNameSyntax { LocalName.ValueText: "include" });
}
