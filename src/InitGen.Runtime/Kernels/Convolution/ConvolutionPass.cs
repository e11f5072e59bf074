using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Convolutions;

/// <summary>Takes passes through a convolution, whichever way round it is.</summary>
internal static unsafe class ConvolutionPass
{
    /// <summary>Takes a block of rows forward.</summary>
    public static void Forward<TConvolution, TActivation>(
        ref ForwardPass pass, int layer, scoped ReadOnlySpan<Window> windows, int groups, TActivation activation)
        where TConvolution : struct, IConvolution
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.Next(layer);
        ConvolutionShape shape = TConvolution.ShapeOf(info, windows, groups);
        float* biases = info.BiasOffset < 0 ? null : pass.Parameters + info.BiasOffset;
        TConvolution.Forward(in shape, pass.Input(), pass.Parameters + info.WeightOffset, biases, pass.Output);
        Epilogue.Forward(ref pass, info, layer, activation);
    }

    /// <summary>Takes a block of rows back.</summary>
    public static void Backward<TConvolution, TActivation>(
        ref BackwardPass pass, int layer, scoped ReadOnlySpan<Window> windows, int groups, TActivation activation)
        where TConvolution : struct, IConvolution
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.StepBack(layer);
        ConvolutionShape shape = TConvolution.ShapeOf(info, windows, groups);
        Matrix gradient = Epilogue.Backward(ref pass, layer, activation);
        TConvolution.BackwardWeights(in shape, pass.Input(), gradient, info.Weights(pass.ParameterGradients), pass.IsAdded);
        if (info.BiasOffset >= 0)
        {
            TConvolution.BackwardBiases(in shape, gradient, info.Biases(pass.ParameterGradients), pass.IsAdded);
        }

        Matrix inputGradient = pass.InputGradient(0, out bool isAdded);
        if (inputGradient.Data != null)
        {
            TConvolution.BackwardInputs(in shape, gradient, pass.Parameters + info.WeightOffset, inputGradient, isAdded);
        }
    }
}
