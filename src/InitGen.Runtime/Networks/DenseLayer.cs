using System;

namespace InitGen;

/// <summary>A fully connected layer of a network: a view of its parameters.</summary>
/// <param name="info">What is known of the layer.</param>
/// <param name="parameters">The parameters of the whole network.</param>
public readonly ref struct DenseLayer(LayerInfo info, Span<float> parameters)
{
    /// <summary>The layer's name: the property's, and its number in a stack ("Hidden.3").</summary>
    public string Name => Info.Name;

    /// <summary>The number of inputs of a unit, the fan-in.</summary>
    public int Inputs => Info.Inputs;

    /// <summary>The number of units.</summary>
    public int Units => Info.Units;

    /// <summary>The activation function.</summary>
    public Activation Activation => Info.Activation;

    /// <summary>The weights, [units x inputs] row-major, as PyTorch's Linear has them.</summary>
    public Span<float> Weights { get; } = info.Weights(parameters);

    /// <summary>The biases, one a unit; empty for a layer without.</summary>
    public Span<float> Biases { get; } = info.Biases(parameters);

    /// <summary>All that is known of the layer before anything runs.</summary>
    public LayerInfo Info { get; } = info;
}
