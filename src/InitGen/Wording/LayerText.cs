using System;
using InitGen.Initialization;
using InitGen.Specification;

namespace InitGen.Wording;

/// <summary>A layer in a line, as comments and documentation show it.</summary>
internal static class LayerText
{
    /// <summary>A layer's name, shape, activation and weights: "Hidden1: 784 → 500, Relu, HeNormal: N(0, σ²), σ = √(2/784) = 0.0505".</summary>
    /// <param name="layer">The layer.</param>
    public static string Of(ResolvedLayer layer) => $"{layer.Name}: {WithoutName(layer)}";

    /// <summary>A layer's shape, activation and weights.</summary>
    /// <param name="layer">The layer.</param>
    public static string WithoutName(ResolvedLayer layer) => $"{Shape(layer)}, {Activation(layer)}, {Weights(layer)}";

    /// <summary>Fan-in and number of units: "784 → 500".</summary>
    /// <param name="layer">The layer.</param>
    public static string Shape(ResolvedLayer layer) => FormattableString.Invariant($"{layer.Inputs} → {layer.Units}");

    /// <summary>The activation: "Tanh", "LeakyRelu(0.01)".</summary>
    /// <param name="layer">The layer.</param>
    public static string Activation(ResolvedLayer layer) =>
        layer.Activation.Kind == InitGen.Activation.LeakyRelu
            ? $"LeakyRelu({NumberText.Of(layer.Activation.Slope)})"
            : layer.Activation.Kind.ToString();

    /// <summary>The initializer, its distribution, and the standard deviation of a weight: "HeNormal: N(0, σ²), σ = √(2/784) = 0.0505".</summary>
    /// <param name="layer">The layer.</param>
    public static string Weights(ResolvedLayer layer)
    {
        string stdDev = NumberText.Of(Math.Sqrt(layer.WeightVariance));
        string value = layer.Weights switch
        {
            NormalWeights or TruncatedNormalWeights => WithValue(layer.WeightFormula, stdDev),
            UniformWeights uniform => $"{WithValue(layer.WeightFormula, NumberText.Of(uniform.Limit))}, std {stdDev}",
            OrthogonalWeights or SparseWeights => $"{layer.WeightFormula}, std {stdDev}",
            CustomWeights custom => custom.TypeName.Replace("global::", "") + (custom.IsPredictable ? $", std {stdDev}" : "")
                + (custom.Mean == 0 ? "" : $", mean {NumberText.Of(custom.Mean)}"),
            _ => layer.WeightFormula,
        };
        return $"{layer.Init}: {value}";
    }

    /// <summary>The biases: "0", "N(0.1, 0.01²)", "U(−0.1, 0.1)", "none".</summary>
    /// <param name="layer">The layer.</param>
    public static string Biases(ResolvedLayer layer) =>
        !layer.UseBias ? "none"
        : layer.BiasNoise is UniformWeights uniform ? $"U(−{NumberText.Of(uniform.Limit)}, {NumberText.Of(uniform.Limit)})"
        : layer.BiasStdDev > 0 ? $"N({NumberText.Of(layer.Bias)}, {NumberText.Of(layer.BiasStdDev)}²)"
        : NumberText.Of(layer.Bias);

    // A formula that is but a number needs no value after it.
    private static string WithValue(string formula, string value) =>
        formula.EndsWith("= " + value, StringComparison.Ordinal) ? formula : $"{formula} = {value}";
}
