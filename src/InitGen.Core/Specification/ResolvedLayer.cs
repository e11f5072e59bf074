using System;
using InitGen.Activations;
using InitGen.Initialization;

namespace InitGen.Specification;

/// <summary>One layer with nothing left open: repeats are spelled out, <see cref="Init.Auto"/> is decided, the weights' distribution
/// and place among the parameters are known.</summary>
internal sealed record ResolvedLayer
{
    /// <summary>The layer's name: the member's, and its number in a stack ("Hidden.3").</summary>
    public required string Name { get; init; }

    /// <summary>The fan-in n: the number of inputs of a unit.</summary>
    public required int Inputs { get; init; }

    /// <summary>The number of units m.</summary>
    public required int Units { get; init; }

    /// <summary>The activation function.</summary>
    public required ActivationSpec Activation { get; init; }

    /// <summary>The initializer; never <see cref="Init.Auto"/>.</summary>
    public required Init Init { get; init; }

    /// <summary>The distribution of the weights.</summary>
    public required WeightDistribution Weights { get; init; }

    /// <summary>How that distribution follows from the shape, for people to read: "N(0, σ²), σ = √(2/784)".</summary>
    public required string WeightFormula { get; init; }

    /// <summary>Whether the units have biases.</summary>
    public required bool UseBias { get; init; }

    /// <summary>The value that biases start from; 0 without biases.</summary>
    public required double Bias { get; init; }

    /// <summary>The distribution of the noise on the biases; null without.</summary>
    public required WeightDistribution? BiasNoise { get; init; }

    /// <summary>The standard deviation of the noise on the biases; 0 without.</summary>
    public double BiasStdDev => BiasNoise switch
    {
        null => 0,
        NormalWeights normal => normal.StdDev,
        var noise => Math.Sqrt(noise.Variance(Inputs, Units)),
    };

    /// <summary>Where the weights, [units x inputs] row-major, start among the network's parameters.</summary>
    public required int WeightOffset { get; init; }

    /// <summary>Where the biases start among the network's parameters; −1 without biases.</summary>
    public required int BiasOffset { get; init; }

    /// <summary>The exact variance v of one weight; NaN where nothing is known (custom initializers that do not tell it).</summary>
    public double WeightVariance => Weights.Variance(Inputs, Units);
}
