using System;
using System.ComponentModel;
using InitGen.Kernels;

namespace InitGen;

/// <summary>A network that the generator completed, so that generic tools work on any of them. The passes only read it: any number of
/// threads may run them at once. A pass beside an <see cref="Initialize"/> sees each weight as it was or as it is, a mixture of
/// both.</summary>
/// <typeparam name="TSelf">The network's own type.</typeparam>
public interface INetwork<TSelf>
    where TSelf : INetwork<TSelf>
{
    /// <summary>The number of inputs.</summary>
    static abstract int InputSize { get; }

    /// <summary>The number of outputs: the units of the last layer.</summary>
    static abstract int OutputSize { get; }

    /// <summary>The number of parameters: all weights and biases.</summary>
    static abstract int ParameterCount { get; }

    /// <summary>The number of values of <see cref="State"/>; 0 in most networks.</summary>
    static virtual int StateCount => 0;

    /// <summary>The layers, from the input to the output; a stack's one by one.</summary>
    static abstract ReadOnlySpan<LayerInfo> Layers { get; }

    /// <summary>The learning rates at which stochastic gradient descent is predicted to train the network; unknown (NaN) in a network
    /// written by hand.</summary>
    static virtual LearningRateWindow LearningRates => new() { Smallest = double.NaN, Largest = double.NaN };

    /// <summary>Allocates a network and initializes it.</summary>
    /// <param name="seed">The seed of all weights.</param>
    static abstract TSelf Create(ulong seed);

    /// <summary>Attaches a network to parameters that stand somewhere; they are neither copied nor touched.</summary>
    /// <param name="parameters"><see cref="ParameterCount"/> values.</param>
    /// <exception cref="ArgumentException">There are not <see cref="ParameterCount"/> of them.</exception>
    static abstract TSelf Create(Memory<float> parameters);

    /// <summary>All parameters: for each layer its weights, [units x inputs] row-major, then its biases.</summary>
    Span<float> Parameters { get; }

    /// <summary>What is followed while the network is trained, not trained itself: the running means and variances of batch normalizations,
    /// layer by layer. It starts at means of 0 and variances of 1, also where a network is attached to parameters.</summary>
    Span<float> State => default;

    /// <summary>What dropout draws its masks from, with the layer's name, the number of the row in the batch and the place in the row: passes of one
    /// step drop the same values. A network that drops any has a setter, for the number of the step before each.</summary>
    ulong Step => 0;

    /// <summary>Initializes all parameters. A parameter depends on the seed, its name and its index alone.</summary>
    /// <param name="seed">The seed.</param>
    void Initialize(ulong seed);

    /// <summary>Computes the outputs of a batch.</summary>
    /// <param name="inputs">[batch x InputSize], row-major.</param>
    /// <param name="outputs">[batch x OutputSize], row-major; written.</param>
    /// <exception cref="ArgumentException">A length is not a multiple of the size, or the batches differ.</exception>
    void Forward(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>Measures the signal of a batch at each layer.</summary>
    /// <param name="inputs">[batch x InputSize], row-major.</param>
    /// <param name="statistics">One for each of <see cref="Layers"/>; written.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    void MeasureForward(ReadOnlySpan<float> inputs, Span<LayerStatistics> statistics);

    /// <summary>Computes the gradients of a loss L with respect to the parameters, summed over a batch.</summary>
    /// <param name="inputs">[batch x InputSize], row-major.</param>
    /// <param name="outputGradients">dL/doutput, [batch x OutputSize], row-major.</param>
    /// <param name="parameterGradients">dL/dparameter, laid out as <see cref="Parameters"/>; written, not added to.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    void Backward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> parameterGradients);

    /// <summary>Measures the gradients of a batch at each layer.</summary>
    /// <param name="inputs">[batch x InputSize], row-major.</param>
    /// <param name="outputGradients">dL/doutput, [batch x OutputSize], row-major.</param>
    /// <param name="statistics">One for each of <see cref="Layers"/>; written.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    void MeasureBackward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<GradientStatistics> statistics);

    /// <summary>Takes one block of rows through all layers, from the input to the output. Called by <see cref="NetworkPass"/>.</summary>
    /// <param name="pass">The block of rows.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void ForwardLayers(ref ForwardPass pass);

    /// <summary>Takes the gradients of one block of rows through all layers, from the output to the input. Called by
    /// <see cref="NetworkPass"/>.</summary>
    /// <param name="pass">The block of rows.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void BackwardLayers(ref BackwardPass pass);
}
