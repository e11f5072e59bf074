using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Normalizations;

/// <summary>Takes gradients back through the normalization of sets that are columns, as <see cref="SetGradients"/> and
/// <see cref="ParameterSums"/> do: row by row, since the values of a column stand far apart. Each column is a sum of its own, in the order
/// of the rows, wherever a thread's part begins and ends.</summary>
internal readonly unsafe struct ColumnGradients : IRangeOperation
{
    private const int Block = NormalizedColumns.Block;

    /// <summary>What goes back.</summary>
    public required SetGradients Sets { get; init; }

    /// <summary>dL/dscale; written, or null.</summary>
    public required float* ScaleGradients { get; init; }

    /// <summary>dL/dshift; written, or null.</summary>
    public required float* ShiftGradients { get; init; }

    /// <summary>Whether these are added to what stands there.</summary>
    public required bool IsAdded { get; init; }

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        double* sums = stackalloc double[2 * Block];
        double* products = sums + Block;
        float* lines = stackalloc float[4 * Block];
        Matrix inputs = Sets.Inputs;
        Matrix gradients = Sets.Gradients;
        double* means = Sets.Means;
        for (int first = start; first < end; first += Block)
        {
            int count = Math.Min(Block, end - first);
            new Span<double>(sums, count).Clear();
            new Span<double>(products, count).Clear();
            for (int row = 0; row < inputs.Rows; row++)
            {
                Add(gradients.Row(row) + first, inputs.Row(row) + first, means + first, sums, products, count);
            }

            for (int i = 0; i < count; i++)
            {
                Write(ScaleGradients, first + i, products[i] * Sets.Inverses[first + i]);
                Write(ShiftGradients, first + i, sums[i]);
            }

            if (Sets.InputGradients.Data != null)
            {
                WriteInputs(first, count, sums, products, lines);
            }
        }
    }

    private void WriteInputs(int first, int count, double* sums, double* products, float* lines)
    {
        float* scales = lines;
        float* centers = scales + Block;
        float* slopes = centers + Block;
        float* shifts = slopes + Block;
        for (int i = 0; i < count; i++)
        {
            double scale = Sets.Scales == null ? 1 : Sets.Scales[first + i];
            scales[i] = (float)(scale * Sets.Inverses[first + i]);
            (centers[i], slopes[i], shifts[i]) = Sets.Line(first + i, scale * sums[i], scale * products[i], Sets.Inputs.Rows);
        }

        Matrix inputs = Sets.Inputs;
        Matrix gradients = Sets.Gradients;
        Matrix targets = Sets.InputGradients;
        bool isAdded = Sets.IsAdded;
        for (int row = 0; row < inputs.Rows; row++)
        {
            float* target = targets.Row(row) + first;
            WriteRow(gradients.Row(row) + first, scales, inputs.Row(row) + first, centers, slopes, shifts, target, count, isAdded);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(float* gradients, float* inputs, double* means, double* sums, double* products, int count)
    {
        int i = 0;
        for (; i <= count - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> gradient = FixedSums.Read(gradients + i);
            Vector512<double> difference = FixedSums.Read(inputs + i) - Vector512.Load(means + i);
            (Vector512.Load(sums + i) + gradient).Store(sums + i);
            (Vector512.Load(products + i) + (gradient * difference)).Store(products + i);
        }

        for (; i < count; i++)
        {
            double gradient = gradients[i];
            sums[i] += gradient;
            products[i] += gradient * (inputs[i] - means[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteRow(
        float* gradients,
        float* scales,
        float* inputs,
        float* centers,
        float* slopes,
        float* shifts,
        float* target,
        int count,
        bool isAdded)
    {
        int i = 0;
        for (; i <= count - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            Vector512<float> difference = Vector512.Load(inputs + i) - Vector512.Load(centers + i);
            Vector512<float> line = Vector512.FusedMultiplyAdd(difference, Vector512.Load(slopes + i), Vector512.Load(shifts + i));
            Vector512<float> gradient = Vector512.FusedMultiplyAdd(Vector512.Load(gradients + i), Vector512.Load(scales + i), line);
            (isAdded ? Vector512.Load(target + i) + gradient : gradient).Store(target + i);
        }

        for (; i < count; i++)
        {
            float line = MathF.FusedMultiplyAdd(inputs[i] - centers[i], slopes[i], shifts[i]);
            float gradient = MathF.FusedMultiplyAdd(gradients[i], scales[i], line);
            target[i] = isAdded ? target[i] + gradient : gradient;
        }
    }

    private void Write(float* target, int index, double sum)
    {
        if (target != null)
        {
            target[index] = IsAdded ? target[index] + (float)sum : (float)sum;
        }
    }
}
