using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Layers;
using InitGen.Reading;
using InitGen.Wording;

namespace InitGen.Emit;

/// <summary>The documentation of a layer's property: what the user wrote, and the numbers that a hover over the layer shows.</summary>
internal static class LayerDocumentation
{
    private const string EndOfRemarks = "</remarks>";

    public static string Of(DeclaredMember layer, NetworkPlan network)
    {
        // The compiler takes the comment of the half that implements a property, so the user's must be in it.
        string user = layer.Property.Documentation;
        string numbers = string.Join("\n", Numbers(layer).Select(static line => $"<para>{CodeWriter.Escape(line)}</para>"));
        if (user.IndexOf("<summary", StringComparison.Ordinal) < 0 && user.IndexOf("<inheritdoc", StringComparison.Ordinal) < 0)
        {
            user = $"<summary>{CodeWriter.Escape(Summary(layer, network))}</summary>{(user.Length > 0 ? "\n" : "")}{user}";
        }

        int remarks = user.LastIndexOf(EndOfRemarks, StringComparison.Ordinal);
        return remarks < 0 ? $"{user}\n<remarks>\n{numbers}\n</remarks>" : user.Insert(remarks, $"\n{numbers}\n");
    }

    private static string Summary(DeclaredMember declared, NetworkPlan network)
    {
        string place = declared.Layers.Count == 1
            ? $"Layer {Literal.Of(declared.First + 1)}"
            : $"Layers {Literal.Of(declared.First + 1)} to {Literal.Of(declared.First + declared.Layers.Count)}";
        ResolvedLayer first = declared.Layers.First().Layer;
        string what = declared.Property.View switch
        {
            LayerView.Block => $"a block, {first.Input} → {declared.Layers.Last().Layer.Output}",
            LayerView.BlockStack => $"blocks, {first.Input} → {declared.Layers.Last().Layer.Output}",
            _ => $"{LayerText.Shape(first)}, {LayerText.Activation(first)}",
        };
        return $"{place} of {Literal.Of(network.Layers.Count)}: {what}.";
    }

    private static IEnumerable<string> Numbers(DeclaredMember declared) => declared.Layers.Count == 1
        ? Numbers(declared.Layers.First())
        : [.. Titled(declared.Layers.First()), .. Titled(declared.Layers.Last())];

    private static IEnumerable<string> Titled(PlannedLayer planned) => [$"{planned.Layer.Name}:", .. Numbers(planned)];

    private static IEnumerable<string> Numbers(PlannedLayer planned)
    {
        ResolvedLayer layer = planned.Layer;
        if (layer.Weights is { } weights)
        {
            yield return $"Fan-in {NumberText.Exact(weights.Context.FanIn)}, fan-out {NumberText.Exact(weights.Context.FanOut)}{Effective(layer)}. "
                + $"Weights {LayerText.Weights(weights)}. Biases {LayerText.Biases(layer)}.";
        }

        yield return $"Predicted: {PredictionText.Of(planned.Layer, planned.Predicted, planned.Bounds)}.";
    }

    // Less where taps hit padding, or are skipped by a stride.
    private static string Effective(ResolvedLayer layer)
    {
        (double fanIn, double fanOut) = layer.Spec is WeightedSpec weighted ? weighted.EffectiveFans(layer) : default;
        return fanIn == layer.Weights!.Context.FanIn && fanOut == layer.Weights.Context.FanOut
            ? ""
            : $", effectively {NumberText.Of(fanIn)} and {NumberText.Of(fanOut)}";
    }
}
