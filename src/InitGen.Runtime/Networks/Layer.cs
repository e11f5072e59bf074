using System;

namespace InitGen;

/// <summary>A layer of a network, of any kind: a view of its parameters.</summary>
/// <param name="info">What is known of the layer.</param>
/// <param name="parameters">The parameters of the whole network.</param>
public readonly ref struct Layer(LayerInfo info, Span<float> parameters)
{
    private readonly Span<float> _parameters = parameters;

    /// <summary>The layer's name: the property's, and its number in a stack ("Hidden.3").</summary>
    public string Name => Info.Name;

    /// <summary>The shape of what comes in.</summary>
    public Shape Input => Info.Input;

    /// <summary>The shape of what comes out.</summary>
    public Shape Output => Info.Output;

    /// <summary>The activation function.</summary>
    public Activation Activation => Info.Activation;

    /// <summary>The weights, row-major in the shape that PyTorch has them in; empty for a layer without.</summary>
    public Span<float> Weights => Info.Weights(_parameters);

    /// <summary>The biases, one a unit; empty for a layer without.</summary>
    public Span<float> Biases => Info.Biases(_parameters);

    /// <summary>All that is known of the layer before anything runs.</summary>
    public LayerInfo Info { get; } = info;

    /// <summary>The values of a parameter.</summary>
    /// <param name="parameter">One of the layer's.</param>
    public Span<float> Of(ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.Of(_parameters);
    }
}
