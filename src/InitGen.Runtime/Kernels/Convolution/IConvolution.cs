using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Convolutions;

/// <summary>A convolution and its way back, as <see cref="ConvolutionPass"/> runs them.</summary>
internal unsafe interface IConvolution
{
    /// <summary>The shape of a layer.</summary>
    /// <param name="info">What is known of the layer.</param>
    /// <param name="windows">How the kernel moves, axis by axis.</param>
    /// <param name="groups">The number of groups of channels.</param>
    /// <exception cref="InvalidOperationException">The layer's shapes, or those of its parameters, are others.</exception>
    static abstract ConvolutionShape ShapeOf(LayerInfo info, ReadOnlySpan<Window> windows, int groups);

    /// <summary>Computes the outputs.</summary>
    static abstract void Forward(in ConvolutionShape shape, Matrix inputs, float* weights, float* biases, Matrix outputs);

    /// <summary>Computes the gradients of the inputs.</summary>
    static abstract void BackwardInputs(in ConvolutionShape shape, Matrix outputGradients, float* weights, Matrix inputGradients, bool isAdded);

    /// <summary>Computes the gradients of the weights.</summary>
    static abstract void BackwardWeights(
        in ConvolutionShape shape, Matrix inputs, Matrix outputGradients, Span<float> weightGradients, bool isAdded);

    /// <summary>Computes the gradients of the biases.</summary>
    static abstract void BackwardBiases(in ConvolutionShape shape, Matrix outputGradients, Span<float> biasGradients, bool isAdded);
}
