using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Normalizations;

/// <summary>Sums the gradients of scales and shifts over the rows of a batch, in order and in double precision.</summary>
internal readonly unsafe struct ParameterSums : IRangeOperation
{
    private const int Step = 512; // what is kept of them stays in the nearest cache

    /// <summary>Which values belong to a set.</summary>
    public required NormalizationShape Shape { get; init; }

    /// <summary>The inputs.</summary>
    public required Matrix Inputs { get; init; }

    /// <summary>dL/doutput.</summary>
    public required Matrix Gradients { get; init; }

    /// <summary>The mean of each set.</summary>
    public required double* Means { get; init; }

    /// <summary>1 / √(variance + ε) of each set.</summary>
    public required double* Inverses { get; init; }

    /// <summary>What <see cref="SetGradients"/> summed up; null where each value has a scale of its own.</summary>
    public required double* Sums { get; init; }

    /// <summary>dL/dscale; written, or null.</summary>
    public required float* ScaleGradients { get; init; }

    /// <summary>dL/dshift; written, or null.</summary>
    public required float* ShiftGradients { get; init; }

    /// <summary>Whether the sums are added to what stands there.</summary>
    public required bool IsAdded { get; init; }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Invoke(int start, int end)
    {
        double* shifts = stackalloc double[Step];
        double* scales = stackalloc double[Step];
        double* sumsOfRows = Sums;
        Matrix gradients = Gradients;
        Matrix inputs = Inputs;
        int rows = gradients.Rows;
        int channels = Shape.Channels;
        int sets = Shape.Sets(1);
        int runLength = Shape.RunLength;
        for (int first = start; first < end; first += Step)
        {
            int count = Math.Min(Step, end - first);
            new Span<double>(shifts, Step).Clear();
            new Span<double>(scales, Step).Clear();
            for (int row = 0; row < rows; row++)
            {
                if (sumsOfRows != null)
                {
                    double* sums = sumsOfRows + (2 * (((nint)row * channels) + first));
                    for (int i = 0; i < count; i++)
                    {
                        shifts[i] += sums[2 * i];
                        scales[i] += sums[(2 * i) + 1];
                    }
                }
                else
                {
                    AddValues(gradients.Row(row), inputs.Row(row), row * sets, runLength, first, count, scales, shifts);
                }
            }

            Write(scales, ScaleGradients, first, count);
            Write(shifts, ShiftGradients, first, count);
        }
    }

    private void AddValues(
        float* gradients, float* inputs, int firstSet, int runLength, int first, int count, double* scales, double* shifts)
    {
        for (int i = 0, end; i < count; i = end)
        {
            int group = (first + i) / runLength;
            int set = firstSet + group;
            end = Math.Min(count, ((group + 1) * runLength) - first);
            AddRun(gradients + first + i, inputs + first + i, Means[set], Inverses[set], end - i, scales + i, shifts + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRun(
        float* gradients, float* inputs, double mean, double inverse, int length, double* scales, double* shifts)
    {
        Vector512<double> means = Vector512.Create(mean);
        Vector512<double> inverses = Vector512.Create(inverse);
        int i = 0;
        for (; i <= length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> gradient = FixedSums.Read(gradients + i);
            Vector512<double> normalized = (FixedSums.Read(inputs + i) - means) * inverses;
            (Vector512.Load(shifts + i) + gradient).Store(shifts + i);
            (Vector512.Load(scales + i) + (gradient * normalized)).Store(scales + i);
        }

        for (; i < length; i++)
        {
            double gradient = gradients[i];
            shifts[i] += gradient;
            scales[i] += gradient * ((inputs[i] - mean) * inverse);
        }
    }

    private void Write(double* sums, float* target, int first, int count)
    {
        for (int i = 0; target != null && i < count; i++)
        {
            float sum = (float)sums[i];
            target[first + i] = IsAdded ? target[first + i] + sum : sum;
        }
    }
}
