using System.Collections.Generic;
using System.Linq;
using InitGen.Layers;
using InitGen.Wording;

namespace InitGen.Emit;

/// <summary>The documentation of a network's class, which shows the whole network at a hover.</summary>
internal static class NetworkDocumentation
{
    public static string Of(NetworkPlan network)
    {
        // The compiler joins the comments of all parts of a class: what the user says stays the summary.
        string remarks = "<remarks>\n" + string.Join("\n", Remarks(network).Select(static line => $"<para>{CodeWriter.Escape(line)}</para>")) + "\n</remarks>";
        return network.Model.IsDocumented ? remarks : $"<summary>{CodeWriter.Escape(Summary(network))}</summary>\n{remarks}";
    }

    private static string Summary(NetworkPlan network)
    {
        int count = network.Layers.Count;
        ResolvedLayer output = network.Layers.Last().Layer;
        return $"A network of {NumberText.Of(count)} {(count == 1 ? "layer" : "layers")}, {network.Model.Spec.Input} → {output.Output}, "
            + $"with {NumberText.Of(network.ParameterCount)} parameters.";
    }

    // A line a layer; of a stack, the first and the last.
    private static IEnumerable<string> Remarks(NetworkPlan network) =>
        DeclaredMember.Of(network).SelectMany(static layer => layer.Layers.Count == 1 ? [layer.Layers.First()] : (IEnumerable<PlannedLayer>)[layer.Layers.First(), layer.Layers.Last()])
            .Select(static planned => $"{LayerText.Of(planned.Layer)}. Predicted: {PredictionText.Of(planned.Layer, planned.Predicted, planned.Bounds)}.")
            .Prepend($"Inputs of mean {NumberText.Of(network.Model.Spec.InputMean)} and std {NumberText.Of(network.Model.Spec.InputStdDev)} are assumed."
                + (LearningText.Rates(network.LearningRates) is { } rates ? $" {rates}." : ""));
}
