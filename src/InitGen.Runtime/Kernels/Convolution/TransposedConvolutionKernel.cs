using System;
using InitGen.Kernels.Convolutions;

namespace InitGen.Kernels;

/// <summary>Takes a block of rows through a transposed convolution along one to three axes.</summary>
public static class TransposedConvolutionKernel
{
    /// <summary>Computes φ(Wᵀ∗x + b). Each pre-activation is one chain of fused multiply-adds, from the bias through the channels that come in and
    /// the taps in order: the same bits whatever the block, the vector width and the number of threads.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the next layer.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="windows">How the kernel moves over the outputs, axis by axis.</param>
    /// <param name="groups">The number of groups of channels.</param>
    /// <param name="activation">φ.</param>
    public static void Forward<TActivation>(
        ref ForwardPass pass, int layer, scoped ReadOnlySpan<Window> windows, int groups, TActivation activation)
        where TActivation : struct, IActivationOperator =>
        ConvolutionPass.Forward<TransposedConvolution, TActivation>(ref pass, layer, windows, groups, activation);

    /// <summary>Computes the gradients of the weights and biases, summed over the rows and positions, and those of the inputs.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the layer before.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="windows">How the kernel moves over the outputs, axis by axis.</param>
    /// <param name="groups">The number of groups of channels.</param>
    /// <param name="activation">φ.</param>
    public static void Backward<TActivation>(
        ref BackwardPass pass, int layer, scoped ReadOnlySpan<Window> windows, int groups, TActivation activation)
        where TActivation : struct, IActivationOperator =>
        ConvolutionPass.Backward<TransposedConvolution, TActivation>(ref pass, layer, windows, groups, activation);
}
