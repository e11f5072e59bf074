using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace InitGen.Reading;

/// <summary>The names that definitions are written in.</summary>
internal static class Vocabulary
{
    /// <summary>The names of the attributes that reading looks for, with and without "Attribute".</summary>
    public static ImmutableHashSet<string> Attributes { get; } =
    [
        .. LayerReader.All.Select(static reader => reader.AttributeName).Append(TypeNames.NetworkAttribute).Select(SimpleName).SelectMany(static name =>
            (IEnumerable<string>)[name, name.Substring(0, name.Length - nameof(Attribute).Length)]),
    ];

    /// <summary>The names that the values of a definition may begin with.</summary>
    public static ImmutableHashSet<string> Values { get; } = ["global", nameof(InitGen), nameof(Activation), nameof(Init), nameof(FanMode)];

    /// <summary>All names of types and namespaces that tell how a definition is read, be it whether a member of it collides with a generated
    /// one. Where code declares one of them too, a definition may mean that.</summary>
    public static ImmutableHashSet<string> All { get; } =
    [
        .. Attributes,
        .. Values,
        .. LayerReader.All.SelectMany(static reader => (IEnumerable<string>)[reader.LayerTypeName, reader.StackTypeName]).Select(SimpleName),
        .. TypeNames.OfGeneratedCode.SelectMany(static name => name.Split('.')).Select(static part => part.Split('`')[0]),
    ];

    private static string SimpleName(string metadataName) => metadataName.Substring(metadataName.LastIndexOf('.') + 1);
}
