using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>The names of generated files.</summary>
internal static class HintName
{
    private const int LongestReadablePart = 100;
    private const int HashLength = 16;

    /// <summary>The full name of a type or member, as far as file names have its characters, and a hash of it, so long that no two names of
    /// a project share it: those that differ in case or in characters that file names lack have files of their own.</summary>
    /// <param name="symbol">The type or member.</param>
    public static string Of(ISymbol symbol)
    {
        string fullName = FullName(symbol);
        StringBuilder name = new();
        foreach (char character in fullName)
        {
            name.Append(character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? character : character is '.' or '+' or ':' ? '.' : '_');
        }

        name.Remove(0, Math.Max(0, name.Length - LongestReadablePart));
        return name.Append('.').Append(Hash(fullName)).Append(".g.cs").ToString();
    }

    private static string Hash(string fullName)
    {
        using SHA256 hash = SHA256.Create();
        return string.Concat(hash.ComputeHash(Encoding.UTF8.GetBytes(fullName)).Take(HashLength)
            .Select(static value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }

    // "Samples.Outer+Net:Hidden": a type in a namespace, one in a type and a member of a type have different names, also in wrong code.
    private static string FullName(ISymbol symbol) => symbol.ContainingType is { } type
        ? FullName(type) + (symbol is ITypeSymbol ? "+" : ":") + symbol.MetadataName
        : symbol.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + symbol.MetadataName : symbol.MetadataName;
}
