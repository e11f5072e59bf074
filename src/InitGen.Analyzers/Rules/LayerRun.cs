using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Layers;

namespace InitGen.Analyzers.Rules;

/// <summary>Resolved layers of one kind that follow each other.</summary>
/// <param name="First">The number of the first.</param>
/// <param name="Count">How many they are.</param>
internal sealed record LayerRun(int First, int Count)
{
    /// <summary>The number of the last.</summary>
    public int Last => First + Count - 1;

    /// <summary>The longest runs of layers of a kind, each of which is all that reads the one before.</summary>
    /// <param name="network">The network.</param>
    /// <param name="count">How many of its resolved layers to search, from the first.</param>
    /// <param name="isOfKind">The kind.</param>
    public static IEnumerable<LayerRun> Find(NetworkSignal network, int count, Func<ResolvedLayer, bool> isOfKind)
    {
        int length = 0;
        for (int index = 0; index < count; index++)
        {
            bool isOf = isOfKind(network.Resolved[index]);
            if (length > 0 && !(isOf && Feeds(network, index)))
            {
                yield return new LayerRun(index - length, length);
                length = 0;
            }

            length += isOf ? 1 : 0;
        }

        if (length > 0)
        {
            yield return new LayerRun(count - length, length);
        }
    }

    /// <summary>The declared layers that the run is of.</summary>
    /// <param name="network">The network.</param>
    public SignalLayer[] Declared(NetworkSignal network) =>
        [.. network.Layers.Where(layer => layer.First <= Last && layer.First + layer.Resolved.Count > First)];

    // Whether the layer before goes into this one, and nowhere else.
    private static bool Feeds(NetworkSignal network, int index) =>
        network.Resolved[index].From is { Count: 1 } from && from[0] == index - 1 && network.ReadersOf(index - 1).Count == 1;
}
