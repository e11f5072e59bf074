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

    /// <summary>The longest runs of layers of a kind.</summary>
    /// <param name="layers">The resolved layers to search, in order.</param>
    /// <param name="isOfKind">The kind.</param>
    public static IEnumerable<LayerRun> Find(IEnumerable<ResolvedLayer> layers, Func<ResolvedLayer, bool> isOfKind)
    {
        int index = 0;
        int count = 0;
        foreach (ResolvedLayer layer in layers)
        {
            if (isOfKind(layer))
            {
                count++;
            }
            else if (count > 0)
            {
                yield return new LayerRun(index - count, count);
                count = 0;
            }

            index++;
        }

        if (count > 0)
        {
            yield return new LayerRun(index - count, count);
        }
    }

    /// <summary>The declared layers that the run is of.</summary>
    /// <param name="network">The network.</param>
    public SignalLayer[] Declared(NetworkSignal network) =>
        [.. network.Layers.Where(layer => layer.First <= Last && layer.First + layer.Resolved.Count > First)];
}
