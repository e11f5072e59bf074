using System;
using System.Globalization;
using System.Text;
using InitGen.Initialization;
using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>The names of generated files.</summary>
public static class HintName
{
    private const int LongestReadablePart = 100;

    /// <summary>The full name of a type or member, as far as file names have its characters, and a hash of it: names that differ in case
    /// or in characters that file names lack have files of their own.</summary>
    /// <param name="symbol">The type or member.</param>
    public static string Of(ISymbol symbol)
    {
        string fullName = FullName(symbol);
        StringBuilder name = new();
        foreach (char character in fullName)
        {
            name.Append(character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' ? character : '_');
        }

        name.Remove(0, Math.Max(0, name.Length - LongestReadablePart));
        return name.Append('.').Append(((uint)ParameterStream.Of(fullName)).ToString("x8", CultureInfo.InvariantCulture)).Append(".g.cs").ToString();
    }

    private static string FullName(ISymbol symbol) => symbol.ContainingType is { } type
        ? FullName(type) + "." + symbol.MetadataName
        : symbol.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + symbol.MetadataName : symbol.MetadataName;
}
