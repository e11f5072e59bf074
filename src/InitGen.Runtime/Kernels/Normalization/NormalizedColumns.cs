using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Normalizations;

/// <summary>Normalizes sets that are columns, as <see cref="NormalizedSets"/> does: row by row, since the values of a column stand far
/// apart. Each column is a sum of its own, in the order of the rows, wherever a thread's part begins and ends.</summary>
internal readonly unsafe struct NormalizedColumns : IRangeOperation
{
    /// <summary>The columns that are worked on side by side: what is kept of them stays in the nearest cache.</summary>
    public const int Block = 512;

    /// <summary>What is normalized.</summary>
    public required NormalizedSets Sets { get; init; }

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        float* centers = stackalloc float[3 * Block];
        float* scales = centers + Block;
        float* shifts = scales + Block;
        for (int first = start; first < end; first += Block)
        {
            int count = Math.Min(Block, end - first);
            if (Sets.IsMeasured)
            {
                Measure(first, count);
            }

            if (Sets.Outputs.Data == null)
            {
                continue;
            }

            for (int i = 0; i < count; i++)
            {
                int column = first + i;
                float* scale = Sets.Scales == null ? null : Sets.Scales + column;
                float* shift = Sets.Shifts == null ? null : Sets.Shifts + column;
                (centers[i], scales[i], shifts[i]) = NormalizedSets.Line(Sets.Means[column], Sets.Inverses[column], scale, shift);
            }

            Matrix inputs = Sets.Inputs;
            Matrix outputs = Sets.Outputs;
            for (int row = 0; row < inputs.Rows; row++)
            {
                Scale(inputs.Row(row) + first, centers, scales, shifts, outputs.Row(row) + first, count);
            }
        }
    }

    private void Measure(int first, int count)
    {
        double* means = Sets.Means + first;
        double* squares = Sets.Inverses + first;
        Matrix inputs = Sets.Inputs;
        int rows = inputs.Rows;
        new Span<double>(means, count).Clear();
        new Span<double>(squares, count).Clear();
        if (Sets.IsCentered)
        {
            for (int row = 0; row < rows; row++)
            {
                Add(inputs.Row(row) + first, means, count);
            }

            for (int i = 0; i < count; i++)
            {
                means[i] /= rows;
            }
        }

        for (int row = 0; row < rows; row++)
        {
            AddSquares(inputs.Row(row) + first, means, squares, count);
        }

        for (int i = 0; i < count; i++)
        {
            squares[i] = 1 / Math.Sqrt((squares[i] / rows) + Sets.Epsilon);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(float* values, double* sums, int count)
    {
        int i = 0;
        for (; i <= count - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            (Vector512.Load(sums + i) + FixedSums.Read(values + i)).Store(sums + i);
        }

        for (; i < count; i++)
        {
            sums[i] += values[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSquares(float* values, double* centers, double* sums, int count)
    {
        int i = 0;
        for (; i <= count - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> difference = FixedSums.Read(values + i) - Vector512.Load(centers + i);
            (Vector512.Load(sums + i) + (difference * difference)).Store(sums + i);
        }

        for (; i < count; i++)
        {
            double difference = values[i] - centers[i];
            sums[i] += difference * difference;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(float* inputs, float* centers, float* scales, float* shifts, float* outputs, int count)
    {
        int i = 0;
        for (; i <= count - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            Vector512<float> difference = Vector512.Load(inputs + i) - Vector512.Load(centers + i);
            Vector512.FusedMultiplyAdd(difference, Vector512.Load(scales + i), Vector512.Load(shifts + i)).Store(outputs + i);
        }

        for (; i < count; i++)
        {
            outputs[i] = MathF.FusedMultiplyAdd(inputs[i] - centers[i], scales[i], shifts[i]);
        }
    }
}
