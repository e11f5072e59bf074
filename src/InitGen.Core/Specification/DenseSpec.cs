using InitGen.Activations;
using InitGen.Initialization;

namespace InitGen.Specification;

/// <summary>A fully connected layer as declared by <see cref="DenseAttribute"/>, whose properties it mirrors.</summary>
internal sealed record DenseSpec : LayerSpec
{
    /// <inheritdoc cref="DenseAttribute.Units"/>
    public required int Units { get; init; }

    /// <summary>The activation function.</summary>
    public ActivationSpec Activation { get; init; } = InitGen.Activation.Linear;

    /// <summary>How the weights are initialized.</summary>
    public InitializerSpec Weights { get; init; } = new();

    /// <inheritdoc cref="DenseAttribute.UseBias"/>
    public bool UseBias { get; init; } = true;

    /// <inheritdoc cref="DenseAttribute.Bias"/>
    public double Bias { get; init; }

    /// <inheritdoc cref="DenseAttribute.BiasStdDev"/>
    public double BiasStdDev { get; init; }
}
