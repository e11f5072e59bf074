using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>Takes a block of rows through a dropout.</summary>
public static class DropoutKernel
{
    /// <summary>Computes φ(m·x), with m = 0 where a value is dropped and m = 1/(1 − p) elsewhere; in inference, φ(x).</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the next layer.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="probability">The probability p that a value is dropped, at least 0 and less than 1.</param>
    /// <param name="stream">The random stream of the layer's masks.</param>
    /// <param name="activation">φ.</param>
    public static void Forward<TActivation>(ref ForwardPass pass, int layer, double probability, ulong stream, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.Next(layer);
        RequireDropout(info, probability);
        if (pass.IsInference)
        {
            pass.Input().CopyTo(pass.Output);
        }
        else
        {
            new DropoutMask(probability, pass.Step, stream, pass.FirstRow).Multiply(pass.Input(), pass.Output, isAdded: false);
        }

        Epilogue.Forward(ref pass, info, layer, activation);
    }

    /// <summary>Computes the gradients of the inputs, with the masks that the forward pass had.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the layer before.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="probability">The probability p that a value is dropped, at least 0 and less than 1.</param>
    /// <param name="stream">The random stream of the layer's masks.</param>
    /// <param name="activation">φ.</param>
    public static unsafe void Backward<TActivation>(ref BackwardPass pass, int layer, double probability, ulong stream, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        RequireDropout(pass.StepBack(layer), probability);
        Matrix gradient = Epilogue.Backward(ref pass, layer, activation);
        Matrix inputGradient = pass.InputGradient(0, out bool isAdded);
        if (inputGradient.Data != null)
        {
            new DropoutMask(probability, pass.Step, stream, pass.FirstRow).Multiply(gradient, inputGradient, isAdded);
        }
    }

    private static void RequireDropout(LayerInfo info, double probability)
    {
        if (info.Input != info.Output || !(probability is >= 0 and < 1))
        {
            throw new InvalidOperationException(
                $"'{info.Name}', {info.Input} → {info.Output}, drops {probability} of its values; it must keep the shape, and drop at least 0 and less than 1 of them.");
        }
    }
}
