using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>Takes the gradients of a block of rows back through the activation function φ of a layer, some rows at a time.</summary>
/// <typeparam name="TActivation">The type of φ.</typeparam>
internal readonly unsafe struct GradientRows<TActivation> : IRangeOperation
    where TActivation : struct, IActivationOperator
{
    private const int RowsOfPart = 24;
    private const int WorkOfThread = 1 << 15; // values, some 10 µs

    /// <summary>dL/doutput, [rows x units].</summary>
    public required Matrix ActivationGradients { get; init; }

    /// <summary>The outputs, [rows x units].</summary>
    public required Matrix Activations { get; init; }

    /// <summary>φ'(z), [rows x units].</summary>
    public required Matrix Derivatives { get; init; }

    /// <summary>dL/dz, [rows x units]; written.</summary>
    public required Matrix Gradients { get; init; }

    /// <summary>One for each part, added to; null where nothing is measured.</summary>
    public required GradientStatistics* Statistics { get; init; }

    /// <summary>The number of parts of a block.</summary>
    /// <param name="rows">The rows of the block.</param>
    public static int Count(int rows) => PanelGrid.Quotient(rows, RowsOfPart);

    /// <summary>How many parts a thread should take at a time.</summary>
    /// <param name="units">The units of the layer.</param>
    public static int Grain(int units) => Math.Max(1, WorkOfThread / RowsOfPart / units);

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        for (int row = start * RowsOfPart; row < Math.Min(end * RowsOfPart, Gradients.Rows); row++)
        {
            var gradients = new Span<float>(Gradients.Row(row), Gradients.Columns);
            new ReadOnlySpan<float>(ActivationGradients.Row(row), gradients.Length).CopyTo(gradients);
            TActivation.NormalizeRowGradient(new ReadOnlySpan<float>(Activations.Row(row), gradients.Length), gradients);
            Multiply(gradients, new ReadOnlySpan<float>(Derivatives.Row(row), gradients.Length));
            if (Statistics != null)
            {
                SignalMeasurement.Add(ref Statistics[row / RowsOfPart], gradients);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(Span<float> values, ReadOnlySpan<float> factors)
    {
        int i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(values[i..]) * new Vector<float>(factors[i..])).CopyTo(values[i..]);
        }

        for (; i < values.Length; i++)
        {
            values[i] *= factors[i];
        }
    }
}
