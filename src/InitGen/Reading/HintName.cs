using System;
using System.Globalization;
using System.Text;
using InitGen.Initialization;
using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>The name of the generated file of a type.</summary>
public static class HintName
{
    private const int LongestReadablePart = 100;

    /// <summary>The full name of the type, as far as file names have its characters, and a hash of it: types whose names differ in case
    /// or in characters that file names lack have files of their own.</summary>
    /// <param name="type">The type.</param>
    public static string Of(INamedTypeSymbol type)
    {
        string fullName = FullName(type);
        StringBuilder name = new();
        foreach (char character in fullName)
        {
            name.Append(character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' ? character : '_');
        }

        name.Remove(0, Math.Max(0, name.Length - LongestReadablePart));
        return name.Append('.').Append(((uint)ParameterStream.Of(fullName)).ToString("x8", CultureInfo.InvariantCulture)).Append(".g.cs").ToString();
    }

    /// <summary>Whether a part of a type is the one that the generator made.</summary>
    /// <param name="type">The type.</param>
    /// <param name="part">The code of the part.</param>
    public static bool IsGenerated(INamedTypeSymbol type, SyntaxReference part) => part.SyntaxTree.FilePath.EndsWith(Of(type), StringComparison.Ordinal);

    private static string FullName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? FullName(outer) + "." + type.MetadataName
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.MetadataName : type.MetadataName;
}
