using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.Reading;

/// <summary>Names as code writes them.</summary>
internal static class Identifier
{
    /// <summary>The name, with an @ where it is a keyword, be it in some places only.</summary>
    /// <param name="name">The name.</param>
    public static string Of(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
