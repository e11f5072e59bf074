using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.CodeFixes;

/// <summary>Members of an enumeration, which stays as the user names it: Init, InitGen.Init, an alias, or not at all.</summary>
internal static class EnumMember
{
    /// <summary>The change that writes a member in the place of another.</summary>
    /// <param name="old">What is written.</param>
    /// <param name="typeName">The metadata name of the enumeration.</param>
    /// <param name="member">The name of the member.</param>
    /// <param name="model">What the document means.</param>
    public static TextChange Replace(ExpressionSyntax old, string typeName, string member, SemanticModel model)
    {
        INamedTypeSymbol type = model.Compilation.GetTypeByMetadataName(typeName)!;
        if (old is MemberAccessExpressionSyntax { Name: var name } && IsMemberOf(type, model.GetSymbolInfo(old).Symbol))
        {
            return new TextChange(name.Span, member);
        }

        bool isImported = old is IdentifierNameSyntax
            && IsMemberOf(type, model.GetSymbolInfo(old).Symbol)
            && model.LookupSymbols(old.SpanStart, name: member).All(found => IsMemberOf(type, found));
        return new TextChange(old.Span, isImported ? member : Name(typeName, member, old.SpanStart, model));
    }

    /// <summary>A member with its enumeration, as short as a place allows: "Init.HeNormal".</summary>
    /// <param name="typeName">The metadata name of the enumeration.</param>
    /// <param name="member">The name of the member.</param>
    /// <param name="position">The place.</param>
    /// <param name="model">What the document means.</param>
    public static string Name(string typeName, string member, int position, SemanticModel model) =>
        $"{model.Compilation.GetTypeByMetadataName(typeName)!.ToMinimalDisplayString(model, position)}.{member}";

    private static bool IsMemberOf(INamedTypeSymbol type, ISymbol? symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol?.ContainingType, type);
}
