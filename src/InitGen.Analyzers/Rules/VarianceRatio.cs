using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Layers;
using InitGen.Wording;

namespace InitGen.Analyzers.Rules;

/// <summary>How much of the right variance the weights of a layer have.</summary>
internal static class VarianceRatio
{
    // A twentieth of the variance is a fortieth of the standard deviation: ten such layers together change it by a quarter.
    private const double NegligibleDifference = 0.05;

    /// <summary>The variance of a layer's weights over the one that the suggested initializer gives them.</summary>
    /// <param name="layer">The layer as declared.</param>
    /// <param name="resolved">The layer, or one of its stack.</param>
    public static double Of(SignalLayer layer, ResolvedLayer resolved) => Of(layer.Weighted, resolved);

    /// <inheritdoc cref="Of(SignalLayer, ResolvedLayer)"/>
    public static double Of(WeightedSpec layer, ResolvedLayer resolved) =>
        resolved.Weights!.Variance / SuggestedInitializer.For(layer).Variance(layer, resolved.Weights.Context);

    /// <summary>As a message says it: "half its variance", "20 to 98 % of its variance at each such layer".</summary>
    /// <param name="losses">What each layer lacks of the right variance, of 1.</param>
    public static string LossText(IReadOnlyCollection<double> losses)
    {
        double[] rounded = [.. losses.Select(static loss => Math.Round(loss, 2))];
        string variance = rounded.All(static loss => loss == 0.5) ? "half its variance" : $"{NumberText.Percents(rounded)} of its variance";
        return rounded.Length == 1 ? variance : $"{variance} at each such layer";
    }

    /// <summary>Whether a correction brings a ratio closer to 1.</summary>
    /// <param name="ratio">The ratio.</param>
    /// <param name="factor">What the correction multiplies the variance by.</param>
    public static bool Improves(double ratio, double factor) => Math.Abs(Math.Log(ratio * factor)) < Math.Abs(Math.Log(ratio));

    /// <summary>Whether a ratio differs from 1 by too little to matter, 5 %.</summary>
    /// <param name="ratio">The ratio.</param>
    public static bool IsNegligible(double ratio) => ratio is > 1 - NegligibleDifference and < 1 / (1 - NegligibleDifference);
}
