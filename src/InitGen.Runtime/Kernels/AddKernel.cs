using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>Takes a block of rows through a sum of layers.</summary>
public static class AddKernel
{
    /// <summary>Computes φ(x + y + …), the sum from left to right.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the next layer.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="activation">φ.</param>
    public static void Forward<TActivation>(ref ForwardPass pass, int layer, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.Next(layer);
        Matrix output = pass.Output;
        for (int input = 0; input < info.From.Count; input++)
        {
            Sum(pass.Input(input), output, isAdded: input > 0);
        }

        Epilogue.Forward(ref pass, info, layer, activation);
    }

    /// <summary>Adds the gradient of the sum to those of all that went into it.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the layer before.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="activation">φ.</param>
    public static void Backward<TActivation>(ref BackwardPass pass, int layer, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.StepBack(layer);
        Matrix gradient = Epilogue.Backward(ref pass, layer, activation);
        for (int input = 0; input < info.From.Count; input++)
        {
            Matrix destination = pass.InputGradient(input, out bool isAdded);
            unsafe
            {
                if (destination.Data != null)
                {
                    Sum(gradient, destination, isAdded);
                }
            }
        }
    }

    private static unsafe void Sum(Matrix values, Matrix sums, bool isAdded)
    {
        if (!isAdded)
        {
            values.CopyTo(sums);
            return;
        }

        for (int row = 0; row < values.Rows; row++)
        {
            Add(new ReadOnlySpan<float>(values.Row(row), values.Columns), new Span<float>(sums.Row(row), values.Columns));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<float> values, Span<float> sums)
    {
        int i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(sums[i..]) + new Vector<float>(values[i..])).CopyTo(sums[i..]);
        }

        for (; i < values.Length; i++)
        {
            sums[i] += values[i];
        }
    }
}
