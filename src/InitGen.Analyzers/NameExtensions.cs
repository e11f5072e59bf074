using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers;

/// <summary>Finds arguments by their names, in whatever order they are written, and takes hints from the names that people give.</summary>
internal static class NameExtensions
{
    private static readonly ImmutableArray<string> NamesOfTwins =
    [
        "target", "copy", "copies", "clone", "replica", "reference", "twin", "expected", "actual", "worker", "baseline", "frozen", "shadow",
        "snapshot",
    ];

    /// <summary>The value of a parameter; null where there is none of that name.</summary>
    /// <param name="arguments">The arguments of a call.</param>
    /// <param name="name">The parameter's name.</param>
    public static IOperation? Named(this ImmutableArray<IArgumentOperation> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;

    /// <summary>The only argument; null where there is none, or another one.</summary>
    /// <param name="arguments">The arguments of a call.</param>
    public static IArgumentOperation? Only(this ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Length == 1 ? arguments[0] : null;

    /// <summary>Whether a name contains one of some words, in upper or lower case.</summary>
    /// <param name="name">The name.</param>
    /// <param name="words">The words.</param>
    public static bool ContainsAny(this string name, ImmutableArray<string> words) =>
        words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Whether a name says that something is to be as something else.</summary>
    /// <param name="name">The name.</param>
    public static bool MeansTwin(this string name) => name.ContainsAny(NamesOfTwins);
}
