using System;
using System.Collections.Generic;
using System.Linq;

namespace InitGen.Reporting;

/// <summary>What is known of a layer before anything runs, or of neighbours in a stack that are alike, in one line: shape, costs,
/// initializer and prediction.</summary>
public sealed record LayerSummary
{
    /// <summary>The layer's name, or those of the first and last: "Hidden.1-9".</summary>
    public required string Name { get; init; }

    /// <summary>How many layers these are.</summary>
    public required int Count { get; init; }

    /// <summary>The first of them.</summary>
    public required LayerInfo First { get; init; }

    /// <summary>The last of them, which differs from the first in its place and its prediction alone.</summary>
    public required LayerInfo Last { get; init; }

    /// <summary>What goes into each and comes out: "784 → 500".</summary>
    public string Shape => $"{First.Input} → {First.Output}";

    /// <summary>The number of parameters, of all of them together.</summary>
    public long ParameterCount => Count * First.ParameterCount;

    /// <summary>How many bytes these take.</summary>
    public long ParameterBytes => sizeof(float) * ParameterCount;

    /// <summary>The multiplications of an input with a weight, each with an addition, that one input of the network takes.</summary>
    public long MultiplyAdds => Count * First.WeightCount * First.Output.Positions;

    /// <summary>The lines of a network.</summary>
    /// <param name="layers">Its layers, from the first to the last.</param>
    public static IReadOnlyList<LayerSummary> Of(ReadOnlySpan<LayerInfo> layers)
    {
        var summaries = new List<LayerSummary>();
        foreach (LayerInfo layer in layers)
        {
            if (summaries.Count > 0 && IsAlike(summaries[^1].Last, layer))
            {
                LayerSummary summary = summaries[^1];
                summaries[^1] = summary with
                {
                    Name = $"{summary.First.Name}-{layer.Name[(StackOf(layer).Length + 1)..]}",
                    Count = summary.Count + 1,
                    Last = layer,
                };
            }
            else
            {
                summaries.Add(new LayerSummary { Name = layer.Name, Count = 1, First = layer, Last = layer });
            }
        }

        return summaries;
    }

    private static bool IsAlike(LayerInfo one, LayerInfo other) =>
        StackOf(one) is { Length: > 0 } stack
        && stack == StackOf(other)
        && (one.Kind, one.Input, one.Output, one.Activation) == (other.Kind, other.Input, other.Output, other.Activation)
        && one.Parameters.Count == other.Parameters.Count
        && one.Parameters.Zip(other.Parameters).All(static pair => IsAlike(pair.First, pair.Second));

    private static bool IsAlike(ParameterInfo one, ParameterInfo other) =>
        (one.Name, one.Init) == (other.Name, other.Init) && one.Shape.SequenceEqual(other.Shape)
        && one.StdDev.Equals(other.StdDev) && one.Mean.Equals(other.Mean);

    /// <summary>The stack that a layer belongs to, "Hidden" of "Hidden.3"; empty where it stands alone.</summary>
    private static string StackOf(LayerInfo layer) => layer.Name.LastIndexOf('.') is > 0 and int dot ? layer.Name[..dot] : "";
}
