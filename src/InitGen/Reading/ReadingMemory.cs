using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Reading;

/// <summary>Remembers what self-contained definitions were read as. The compiler asks for every definition again after every edit anywhere,
/// and nearly all edits leave the meaning of nearly all definitions as it is.</summary>
internal static class ReadingMemory
{
    private static readonly ConditionalWeakTable<TypeDeclarationSyntax, Entry> Entries = new();

    /// <summary>What a definition was read as, where it must read the same now; null where it has to be read.</summary>
    /// <param name="definition">The definition: the same node, so that nothing in its file has changed.</param>
    /// <param name="surroundings">What it can depend on outside of its file.</param>
    public static NetworkReading? Recall(TypeDeclarationSyntax definition, Surroundings surroundings) =>
        Entries.TryGetValue(definition, out Entry? entry) && entry.Surroundings == surroundings ? entry.Reading : null;

    /// <summary>Remembers a self-contained definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="surroundings">What it can depend on outside of its file.</param>
    /// <param name="reading">What it was read as.</param>
    public static void Remember(TypeDeclarationSyntax definition, Surroundings surroundings, NetworkReading reading)
    {
        // A table has no way to replace a value in one step, and two hosts may generate at once.
        lock (Entries)
        {
            Entries.Remove(definition);
            Entries.Add(definition, new Entry(surroundings, reading));
        }
    }

    private sealed record Entry(Surroundings Surroundings, NetworkReading Reading);
}
