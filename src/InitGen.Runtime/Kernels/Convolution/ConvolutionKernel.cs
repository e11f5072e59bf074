using System;
using InitGen.Kernels.Convolutions;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>Takes a block of rows through a convolution along one to three axes.</summary>
public static unsafe class ConvolutionKernel
{
    /// <summary>Computes φ(W∗x + b). Each pre-activation is one chain of fused multiply-adds, from the bias through the channels and the taps in
    /// order: the same bits whatever the block, the vector width and the number of threads.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the next layer.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="windows">How the kernel moves, axis by axis.</param>
    /// <param name="groups">The number of groups of channels.</param>
    /// <param name="activation">φ.</param>
    public static void Forward<TActivation>(
        ref ForwardPass pass, int layer, scoped ReadOnlySpan<Window> windows, int groups, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.Next(layer);
        ConvolutionShape shape = ShapeOf(info, windows, groups);
        float* biases = info.BiasOffset < 0 ? null : pass.Parameters + info.BiasOffset;
        Convolution.Forward(in shape, pass.Input(), pass.Parameters + info.WeightOffset, biases, pass.Output);
        Epilogue.Forward(ref pass, info, layer, activation);
    }

    /// <summary>Computes the gradients of the weights and biases, summed over the rows and positions, and those of the inputs.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the layer before.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="windows">How the kernel moves, axis by axis.</param>
    /// <param name="groups">The number of groups of channels.</param>
    /// <param name="activation">φ.</param>
    public static void Backward<TActivation>(
        ref BackwardPass pass, int layer, scoped ReadOnlySpan<Window> windows, int groups, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.StepBack(layer);
        ConvolutionShape shape = ShapeOf(info, windows, groups);
        Matrix gradient = Epilogue.Backward(ref pass, layer, activation);
        Convolution.BackwardWeights(in shape, pass.Input(), gradient, info.Weights(pass.ParameterGradients), pass.IsAdded);
        if (info.BiasOffset >= 0)
        {
            Convolution.BackwardBiases(in shape, gradient, info.Biases(pass.ParameterGradients), pass.IsAdded);
        }

        Matrix inputGradient = pass.InputGradient(0, out bool isAdded);
        if (inputGradient.Data != null)
        {
            Convolution.BackwardInputs(in shape, gradient, pass.Parameters + info.WeightOffset, inputGradient, isAdded);
        }
    }

    private static ConvolutionShape ShapeOf(LayerInfo info, ReadOnlySpan<Window> windows, int groups)
    {
        bool isRight = ConvolutionShape.Fits(info, windows, groups);
        for (int axis = 0; isRight && axis < windows.Length; axis++)
        {
            isRight = windows[axis].OutputOf(info.Input[axis]) == info.Output[axis];
        }

        return isRight
            ? ConvolutionShape.Of(info.Input, info.Output, windows, groups)
            : throw ConvolutionShape.Mismatch(info, "convolution", windows, groups);
    }
}
