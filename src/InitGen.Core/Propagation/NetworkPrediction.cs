using System;
using System.Collections.Generic;
using System.Linq;

namespace InitGen.Propagation;

/// <summary>What is predicted of a network.</summary>
/// <param name="Layers">The signal at each resolved layer.</param>
/// <param name="LearningRates">The rates of gradient descent that train it.</param>
internal sealed record NetworkPrediction(IReadOnlyList<LayerPrediction> Layers, LearningRateWindow LearningRates)
{
    // Predictions are not that sure, and a normalization leaves as much of what was larger or smaller before it.
    private const double NegligibleDifference = 0.01;

    /// <summary>Between what the numbers of each layer are that are open, and so NaN there; null where none is.</summary>
    public IReadOnlyList<PredictionBounds?> Bounds { get; private init; } = new PredictionBounds?[Layers.Count];

    /// <summary>Whether any number of it is open.</summary>
    public bool IsOpen => Bounds.Any(static bounds => bounds is not null);

    /// <summary>The least of all that is open.</summary>
    public IReadOnlyList<LayerPrediction> Lower => [.. Layers.Select((layer, index) => Bounds[index]?.Lower ?? layer)];

    /// <summary>The largest of all that is open.</summary>
    public IReadOnlyList<LayerPrediction> Upper => [.. Layers.Select((layer, index) => Bounds[index]?.Upper ?? layer)];

    /// <summary>What is predicted where one of several predictions holds, and it is not known which.</summary>
    /// <param name="predictions">The predictions of the same layers, at least one.</param>
    internal static NetworkPrediction Between(IReadOnlyList<NetworkPrediction> predictions)
    {
        var layers = new LayerPrediction[predictions[0].Layers.Count];
        var bounds = new PredictionBounds?[layers.Length];
        for (int i = 0; i < layers.Length; i++)
        {
            LayerPrediction lower = predictions.Select(prediction => prediction.Layers[i]).Aggregate((one, other) => Of(one, other, Math.Min));
            LayerPrediction upper = predictions.Select(prediction => prediction.Layers[i]).Aggregate((one, other) => Of(one, other, Math.Max));
            LayerPrediction common = Of(lower, upper, Common);
            layers[i] = common;
            lower = Of(common, lower, Open);
            upper = Of(common, upper, Open);
            bounds[i] = lower == upper ? null : new PredictionBounds(lower, upper);
        }

        LearningRateWindow rates = predictions.Select(static prediction => prediction.LearningRates).Aggregate(static (one, other) => new()
        {
            Smallest = Common(one.Smallest, other.Smallest),
            Largest = Common(one.Largest, other.Largest),
        });
        return new NetworkPrediction(layers, rates) { Bounds = bounds };
    }

    private static double Common(double one, double other) =>
        one.Equals(other) ? one
        : Math.Abs(one - other) <= NegligibleDifference * Math.Max(Math.Abs(one), Math.Abs(other)) ? (one + other) / 2
        : double.NaN;

    private static double Open(double common, double bound) => double.IsNaN(common) ? bound : common;

    private static LayerPrediction Of(LayerPrediction one, LayerPrediction other, Func<double, double, double> choose) => new()
    {
        PreActivationMean = choose(one.PreActivationMean, other.PreActivationMean),
        PreActivationStdDev = choose(one.PreActivationStdDev, other.PreActivationStdDev),
        ActivationMean = choose(one.ActivationMean, other.ActivationMean),
        ActivationStdDev = choose(one.ActivationStdDev, other.ActivationStdDev),
        ActivationSpread = choose(one.ActivationSpread, other.ActivationSpread),
        SignalStdDev = choose(one.SignalStdDev, other.SignalStdDev),
        SaturatedFraction = choose(one.SaturatedFraction, other.SaturatedFraction),
        GradientStdDev = choose(one.GradientStdDev, other.GradientStdDev),
        GradientSpread = choose(one.GradientSpread, other.GradientSpread),
    };
}
