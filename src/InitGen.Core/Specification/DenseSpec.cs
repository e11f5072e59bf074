using InitGen.Activations;

namespace InitGen.Specification;

/// <summary>A fully connected layer as declared by <see cref="DenseAttribute"/>, whose properties it mirrors.</summary>
internal sealed record DenseSpec : LayerSpec
{
    /// <inheritdoc cref="DenseAttribute.Units"/>
    public required int Units { get; init; }

    /// <summary>The activation function.</summary>
    public ActivationSpec Activation { get; init; } = InitGen.Activation.Linear;

    /// <inheritdoc cref="DenseAttribute.Init"/>
    public Init Init { get; init; }

    /// <inheritdoc cref="DenseAttribute.Gain"/>
    public double Gain { get; init; } = 1;

    /// <inheritdoc cref="DenseAttribute.StdDev"/>
    public double StdDev { get; init; }

    /// <inheritdoc cref="DenseAttribute.Limit"/>
    public double Limit { get; init; }

    /// <inheritdoc cref="DenseAttribute.Value"/>
    public double Value { get; init; }

    /// <inheritdoc cref="DenseAttribute.NonZeros"/>
    public int NonZeros { get; init; }

    /// <inheritdoc cref="DenseAttribute.FanMode"/>
    public FanMode FanMode { get; init; }

    /// <inheritdoc cref="DenseAttribute.Truncated"/>
    public bool Truncated { get; init; }

    /// <inheritdoc cref="DenseAttribute.UseBias"/>
    public bool UseBias { get; init; } = true;

    /// <inheritdoc cref="DenseAttribute.Bias"/>
    public double Bias { get; init; }

    /// <inheritdoc cref="DenseAttribute.BiasStdDev"/>
    public double BiasStdDev { get; init; }

    /// <summary>The full name of the custom initializer's type, as code writes it (<c>global::…</c>); null without one.</summary>
    public string? Initializer { get; init; }

    /// <summary>The variance that the custom initializer tells of its weights; null where it tells none.</summary>
    public DeclaredVariance? InitializerVariance { get; init; }
}
