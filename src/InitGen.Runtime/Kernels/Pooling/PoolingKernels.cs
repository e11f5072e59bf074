using System;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Pools;

namespace InitGen.Kernels;

/// <summary>Takes a block of rows through max pooling.</summary>
public static unsafe class MaxPoolingKernel
{
    /// <summary>Computes φ of the largest value of each window; the first of several, and NaN before any.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the next layer.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="windows">How the window moves, axis by axis.</param>
    /// <param name="activation">φ.</param>
    public static void Forward<TActivation>(ref ForwardPass pass, int layer, scoped ReadOnlySpan<Window> windows, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.Next(layer);
        PoolingShape shape = PoolingShape.Of(info, windows);
        Pooling.MaxForward(in shape, pass.Input(), pass.Output, winners: null);
        Epilogue.Forward(ref pass, info, layer, activation);
    }

    /// <summary>Hands the gradient of each window to its largest value.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the layer before.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="windows">How the window moves, axis by axis.</param>
    /// <param name="activation">φ.</param>
    public static void Backward<TActivation>(ref BackwardPass pass, int layer, scoped ReadOnlySpan<Window> windows, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.StepBack(layer);
        PoolingShape shape = PoolingShape.Of(info, windows);
        Matrix gradient = Epilogue.Backward(ref pass, layer, activation);
        Matrix inputGradient = pass.InputGradient(0, out bool isAdded);
        if (inputGradient.Data != null)
        {
            // Found again: what the layer put out, which is on record, nobody needs any more.
            int* winners = Workspace.OfThread.Winners.Reserve((long)gradient.Rows * info.Output.Size);
            Pooling.MaxForward(in shape, pass.Input(), pass.Output, winners);
            Pooling.MaxBackward(in shape, gradient, winners, inputGradient, isAdded);
        }
    }
}

/// <summary>Takes a block of rows through average pooling.</summary>
public static unsafe class AveragePoolingKernel
{
    /// <summary>Computes φ of the average of each window.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the next layer.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="windows">How the window moves, axis by axis; none for all positions at once.</param>
    /// <param name="countPadding">Whether the zeros of the padding count among what is averaged.</param>
    /// <param name="activation">φ.</param>
    public static void Forward<TActivation>(
        ref ForwardPass pass, int layer, scoped ReadOnlySpan<Window> windows, bool countPadding, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.Next(layer);
        PoolingShape shape = PoolingShape.Of(info, windows);
        Pooling.AverageForward(in shape, pass.Input(), pass.Output, countPadding);
        Epilogue.Forward(ref pass, info, layer, activation);
    }

    /// <summary>Hands the gradient of each window to all its values.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the layer before.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="windows">How the window moves, axis by axis; none for all positions at once.</param>
    /// <param name="countPadding">Whether the zeros of the padding count among what is averaged.</param>
    /// <param name="activation">φ.</param>
    public static void Backward<TActivation>(
        ref BackwardPass pass, int layer, scoped ReadOnlySpan<Window> windows, bool countPadding, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.StepBack(layer);
        PoolingShape shape = PoolingShape.Of(info, windows);
        Matrix gradient = Epilogue.Backward(ref pass, layer, activation);
        Matrix inputGradient = pass.InputGradient(0, out bool isAdded);
        if (inputGradient.Data != null)
        {
            Pooling.AverageBackward(in shape, gradient, inputGradient, countPadding, isAdded);
        }
    }
}
