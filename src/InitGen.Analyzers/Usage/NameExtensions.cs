using System;
using System.Collections.Immutable;
using System.Linq;

namespace InitGen.Analyzers.Usage;

/// <summary>Takes hints from the names that people give.</summary>
internal static class NameExtensions
{
    /// <summary>Whether a name contains one of some words, in upper or lower case.</summary>
    /// <param name="name">The name.</param>
    /// <param name="words">The words.</param>
    public static bool ContainsAny(this string name, ImmutableArray<string> words) =>
        words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
