using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Normalizations;

/// <summary>Takes gradients back through the normalization of sets of values.</summary>
internal readonly unsafe struct SetGradients : IRangeOperation
{
    /// <summary>Which values belong to a set.</summary>
    public required NormalizationShape Shape { get; init; }

    /// <summary>The inputs.</summary>
    public required Matrix Inputs { get; init; }

    /// <summary>dL/doutput.</summary>
    public required Matrix Gradients { get; init; }

    /// <summary>The scales; null for 1.</summary>
    public required float* Scales { get; init; }

    /// <summary>The mean of each set.</summary>
    public required double* Means { get; init; }

    /// <summary>1 / √(variance + ε) of each set.</summary>
    public required double* Inverses { get; init; }

    /// <summary>Whether the mean was subtracted.</summary>
    public required bool IsCentered { get; init; }

    /// <summary>dL/dinput; written, or without data where nobody asks for it.</summary>
    public required Matrix InputGradients { get; init; }

    /// <summary>Whether the gradients are added to what stands there.</summary>
    public required bool IsAdded { get; init; }

    /// <summary>For each channel of each row the sums of its gradients and of their products with the normalized values; null where each
    /// value has a scale of its own.</summary>
    public required double* Sums { get; init; }

    /// <summary>What the gradients of a set's inputs have in common: dL/dx = g / √(variance + ε) + (x − center) · slope + shift, which is
    /// (g − mean of g − x̂ · mean of g · x̂) / √(variance + ε), where g = dL/dy · scale and x̂ is the normalized value.</summary>
    /// <param name="set">The set.</param>
    /// <param name="sum">The sum of g.</param>
    /// <param name="product">The sum of g · (x − mean).</param>
    /// <param name="count">The number of values.</param>
    public (float Center, float Slope, float Shift) Line(int set, double sum, double product, double count)
    {
        double inverse = Inverses[set];
        float center = (float)Means[set];
        double slope = -(inverse * inverse * inverse) * product / count;
        double shift = ((center - Means[set]) * slope) - (IsCentered ? inverse * sum / count : 0);
        return (center, (float)slope, (float)shift);
    }

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        int runs = Shape.Runs(Inputs.Rows);
        int length = Shape.RunLength;
        double count = (double)runs * length;
        for (int set = start; set < end; set++)
        {
            double inverse = Inverses[set];
            double sum = 0;
            double product = 0;
            for (int run = 0; run < runs; run++)
            {
                (int row, int first, int parameter) = Shape[set, run];
                float* factors = Scales == null || !Shape.IsPerValue ? null : Scales + parameter;
                (double sumOfRun, double productOfRun) =
                    FixedSums.OfGradients(Gradients.Row(row) + first, factors, Inputs.Row(row) + first, length, Means[set]);
                double scale = Scales == null || Shape.IsPerValue ? 1 : Scales[parameter];
                sum += scale * sumOfRun;
                product += scale * productOfRun;
                if (Sums != null)
                {
                    double* sums = Sums + (2 * (((nint)row * Shape.Channels) + parameter));
                    sums[0] = sumOfRun;
                    sums[1] = productOfRun * inverse;
                }
            }

            if (InputGradients.Data == null)
            {
                continue;
            }

            (float center, float slope, float shift) = Line(set, sum, product, count);
            for (int run = 0; run < runs; run++)
            {
                (int row, int first, int parameter) = Shape[set, run];
                float* factors = Scales == null || !Shape.IsPerValue ? null : Scales + parameter;
                double scale = Scales == null || Shape.IsPerValue ? inverse : Scales[parameter] * inverse;
                Write(
                    Gradients.Row(row) + first,
                    factors,
                    (float)scale,
                    Inputs.Row(row) + first,
                    center,
                    slope,
                    shift,
                    InputGradients.Row(row) + first,
                    length);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Write(
        float* gradients, float* factors, float scale, float* inputs, float center, float slope, float shift, float* target, int length)
    {
        bool isAdded = IsAdded;
        Vector512<float> scales = Vector512.Create(scale);
        Vector512<float> centers = Vector512.Create(center);
        Vector512<float> slopes = Vector512.Create(slope);
        Vector512<float> shifts = Vector512.Create(shift);
        int i = 0;
        for (; i <= length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            Vector512<float> line = Vector512.FusedMultiplyAdd(Vector512.Load(inputs + i) - centers, slopes, shifts);
            Vector512<float> factor = factors == null ? scales : scales * Vector512.Load(factors + i);
            Vector512<float> gradient = Vector512.FusedMultiplyAdd(Vector512.Load(gradients + i), factor, line);
            (isAdded ? Vector512.Load(target + i) + gradient : gradient).Store(target + i);
        }

        for (; i < length; i++)
        {
            float line = MathF.FusedMultiplyAdd(inputs[i] - center, slope, shift);
            float gradient = MathF.FusedMultiplyAdd(gradients[i], factors == null ? scale : scale * factors[i], line);
            target[i] = isAdded ? target[i] + gradient : gradient;
        }
    }
}
