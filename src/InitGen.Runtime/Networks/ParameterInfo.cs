using System;
using System.Collections.Generic;
using System.Linq;

namespace InitGen;

/// <summary>What is known of a parameter before anything runs: its shape, its place among the network's parameters, its random stream, and how
/// it is drawn.</summary>
/// <param name="name">Its name in its layer.</param>
/// <param name="role">What it does there.</param>
/// <param name="shape">Its extents.</param>
public sealed record ParameterInfo(string name, ParameterRole role, IReadOnlyList<int> shape)
{
    /// <summary>Its name in its layer: "Weights", "Biases".</summary>
    public string Name { get; } = name;

    /// <summary>What it does in its layer.</summary>
    public ParameterRole Role { get; } = role;

    /// <summary>Its extents, as PyTorch has them: [units, inputs] of a dense layer's weights, row-major.</summary>
    public IReadOnlyList<int> Shape { get; } = shape;

    /// <summary>Whether the first extent is that of what comes in and the second that of the units, as PyTorch has the weights of transposed
    /// convolutions; else the first is that of the units.</summary>
    public bool HasInputsFirst { get; init; }

    /// <summary>The number of its values.</summary>
    public long Count { get; } = shape.Aggregate(1L, static (count, extent) => count * extent);

    /// <summary>Its name in files behind the layer's, PyTorch's: "weight", "bias", "running_mean".</summary>
    public string FileName { get; init; } = role is ParameterRole.Weight or ParameterRole.Scale ? "weight" : "bias";

    /// <summary>Where it starts among the network's parameters; of state, among <see cref="INetwork{TSelf}.State"/>.</summary>
    public required int Offset { get; init; }

    /// <summary>Its random stream: a hash of the layer's name and its own, "Hidden.3.Weights".</summary>
    public ulong Stream { get; init; }

    /// <summary>Its initializer; where <see cref="Init.Auto"/> was declared, the one it chose.</summary>
    public Init Init { get; init; }

    /// <summary>The standard deviation of one value that the initializer draws; NaN for custom initializers without
    /// <see cref="WeightVarianceAttribute"/>.</summary>
    public double StdDev { get; init; }

    /// <summary>The mean of one value.</summary>
    public double Mean { get; init; }

    /// <summary>Its values within the parameters of a whole network.</summary>
    /// <param name="parameters">The parameters of the network, or anything laid out like them, as gradients are.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parameters"/> is too short.</exception>
    public Span<float> Of(Span<float> parameters) => parameters.Slice(Offset, checked((int)Count));
}
