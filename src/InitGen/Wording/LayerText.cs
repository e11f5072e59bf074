using System;
using InitGen.Initialization;
using InitGen.Layers;

namespace InitGen.Wording;

/// <summary>A layer in a line, as comments and documentation show it.</summary>
internal static class LayerText
{
    /// <summary>A layer's name, shape, activation and weights: "Hidden1: 784 → 500, Relu, HeNormal: N(0, σ²), σ = √(2/784) = 0.0505".</summary>
    /// <param name="layer">The layer.</param>
    public static string Of(ResolvedLayer layer) => $"{layer.Name}: {WithoutName(layer)}";

    /// <summary>A layer's shape, activation and weights.</summary>
    /// <param name="layer">The layer.</param>
    public static string WithoutName(ResolvedLayer layer) => $"{Shape(layer)}, {Activation(layer)}{(layer.Weights is { } weights ? $", {Weights(weights)}" : "")}";

    /// <summary>What it is, what comes in and what comes out: "784 → 500", "3×3 convolution, 1×28×28 → 32×26×26".</summary>
    /// <param name="layer">The layer.</param>
    public static string Shape(ResolvedLayer layer) =>
        $"{(layer.Spec.Description.Length == 0 ? "" : layer.Spec.Description + ", ")}{string.Join(" + ", layer.Inputs)} → {layer.Output}";

    /// <summary>The activation: "Tanh", "LeakyRelu(0.01)".</summary>
    /// <param name="layer">The layer.</param>
    public static string Activation(ResolvedLayer layer) =>
        layer.Activation.Kind == InitGen.Activation.LeakyRelu
            ? $"LeakyRelu({NumberText.Of(layer.Activation.Slope)})"
            : layer.Activation.Kind.ToString();

    /// <summary>The initializer, its distribution, and the standard deviation of a weight: "HeNormal: N(0, σ²), σ = √(2/784) = 0.0505".</summary>
    /// <param name="weights">The weights.</param>
    public static string Weights(Parameter weights)
    {
        string stdDev = NumberText.Of(Math.Sqrt(weights.Variance));
        string value = weights.Distribution switch
        {
            NormalWeights or TruncatedNormalWeights => WithValue(weights.Formula, stdDev),
            UniformWeights uniform => $"{WithValue(weights.Formula, NumberText.Of(uniform.Limit))}, std {stdDev}",
            OrthogonalWeights or DeltaOrthogonalWeights or SparseWeights => $"{weights.Formula}, std {stdDev}",
            CustomWeights custom => custom.TypeName.Replace("global::", "") + (custom.IsPredictable ? $", std {stdDev}" : "")
                + (custom.Mean == 0 ? "" : $", mean {NumberText.Of(custom.Mean)}"),
            _ => weights.Formula,
        };
        return $"{weights.Initializer.Init}: {value}";
    }

    /// <summary>The biases: "0", "N(0.1, 0.01²)", "U(−0.1, 0.1)", "none".</summary>
    /// <param name="layer">The layer.</param>
    public static string Biases(ResolvedLayer layer) => layer.Biases?.Distribution switch
    {
        null => "none",
        UniformWeights uniform => $"U(−{NumberText.Of(uniform.Limit)}, {NumberText.Of(uniform.Limit)})",
        _ when layer.BiasStdDev > 0 => $"N({NumberText.Of(layer.Bias)}, {NumberText.Of(layer.BiasStdDev)}²)",
        _ => NumberText.Of(layer.Bias),
    };

    // A formula that is but a number needs no value after it.
    private static string WithValue(string formula, string value) =>
        formula.EndsWith("= " + value, StringComparison.Ordinal) ? formula : $"{formula} = {value}";
}
