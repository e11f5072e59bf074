using System;

namespace InitGen;

/// <summary>What is known of a layer before anything runs: its shape, its place among the network's parameters, its random streams and
/// what is predicted of it.</summary>
public readonly record struct LayerInfo
{
    /// <summary>The layer's name: the property's, and its number in a stack ("Hidden.3").</summary>
    public required string Name { get; init; }

    /// <summary>The number of inputs of a unit, the fan-in.</summary>
    public required int Inputs { get; init; }

    /// <summary>The number of units.</summary>
    public required int Units { get; init; }

    /// <summary>The activation function.</summary>
    public required Activation Activation { get; init; }

    /// <summary>The initializer of the weights; where <see cref="Init.Auto"/> was declared, the one it chose.</summary>
    public required Init Init { get; init; }

    /// <summary>The standard deviation of one weight that the initializer draws; NaN for custom initializers without
    /// <see cref="WeightVarianceAttribute"/>.</summary>
    public required double WeightStdDev { get; init; }

    /// <summary>The mean of one weight: 0, but for custom initializers that tell another by
    /// <see cref="WeightVarianceAttribute.Mean"/>.</summary>
    public double WeightMean { get; init; }

    /// <summary>Where the weights, [units x inputs] row-major, start among the network's parameters.</summary>
    public required int WeightOffset { get; init; }

    /// <summary>Where the biases start among the network's parameters; −1 without biases.</summary>
    public required int BiasOffset { get; init; }

    /// <summary>The random stream of the weights: a hash of "Name.Weights".</summary>
    public required ulong WeightStream { get; init; }

    /// <summary>The random stream of the biases: a hash of "Name.Biases".</summary>
    public required ulong BiasStream { get; init; }

    /// <summary>The predicted signal at initialization.</summary>
    public required LayerPrediction Predicted { get; init; }

    /// <summary>The number of weights, Units · Inputs.</summary>
    public int WeightCount => Units * Inputs;

    /// <summary>This layer's weights, [units x inputs] row-major, within the parameters of a whole network.</summary>
    /// <param name="parameters">The parameters of the network, or anything laid out like them, as gradients are.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parameters"/> is too short.</exception>
    public Span<float> Weights(Span<float> parameters) => parameters.Slice(WeightOffset, WeightCount);

    /// <summary>This layer's biases within the parameters of a whole network; empty without biases.</summary>
    /// <param name="parameters">The parameters of the network, or anything laid out like them, as gradients are.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parameters"/> is too short.</exception>
    public Span<float> Biases(Span<float> parameters) => BiasOffset < 0 ? default : parameters.Slice(BiasOffset, Units);
}
