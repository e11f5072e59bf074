using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>Takes a block of rows through layers side by side.</summary>
public static class ConcatKernel
{
    /// <summary>Computes φ of the values of all that comes in, one after the other.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the next layer.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="activation">φ.</param>
    public static void Forward<TActivation>(ref ForwardPass pass, int layer, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.Next(layer);
        Matrix output = pass.Output;
        int start = 0;
        for (int input = 0; input < info.From.Count; input++)
        {
            Matrix values = pass.Input(input);
            values.CopyTo(Part(info, output, ref start, values.Columns));
        }

        Epilogue.Forward(ref pass, info, layer, activation);
    }

    /// <summary>Hands each part of the gradient to what it came from.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the layer before.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="activation">φ.</param>
    public static void Backward<TActivation>(ref BackwardPass pass, int layer, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.StepBack(layer);
        Matrix gradient = Epilogue.Backward(ref pass, layer, activation);
        int start = 0;
        for (int input = 0; input < info.From.Count; input++)
        {
            Matrix part = Part(info, gradient, ref start, pass.Input(input).Columns);
            part.CopyTo(pass.InputGradient(input, out bool isAdded), isAdded);
        }
    }

    private static Matrix Part(LayerInfo info, Matrix whole, ref int start, int columns)
    {
        if (columns > whole.Columns - start)
        {
            throw new InvalidOperationException($"'{info.Name}' puts out {info.Output}, which is less than what comes in.");
        }

        Matrix part = whole.Part(0, start, whole.Rows, columns);
        start += columns;
        return part;
    }
}
