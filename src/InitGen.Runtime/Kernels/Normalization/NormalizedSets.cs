using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Normalizations;

/// <summary>Normalizes sets of values: (x − mean) / √(variance + ε) · scale + shift.</summary>
internal readonly unsafe struct NormalizedSets : IRangeOperation
{
    /// <summary>Which values belong to a set.</summary>
    public required NormalizationShape Shape { get; init; }

    /// <summary>The inputs.</summary>
    public required Matrix Inputs { get; init; }

    /// <summary>The scales; null for 1.</summary>
    public required float* Scales { get; init; }

    /// <summary>The shifts; null for 0.</summary>
    public required float* Shifts { get; init; }

    /// <summary>The outputs, written; without data where means and variances are asked for alone.</summary>
    public required Matrix Outputs { get; init; }

    /// <summary>The means, one for each set; written where they are measured.</summary>
    public required double* Means { get; init; }

    /// <summary>1 / √(variance + ε), one for each set; written where they are measured.</summary>
    public required double* Inverses { get; init; }

    /// <summary>Whether means and variances are those of the inputs; else they are given.</summary>
    public required bool IsMeasured { get; init; }

    /// <summary>Whether the mean is subtracted; else it counts as 0, and the variance is the mean square.</summary>
    public required bool IsCentered { get; init; }

    /// <summary>ε.</summary>
    public required double Epsilon { get; init; }

    /// <summary>What makes an output of an input: (x − center) · slope + intercept.</summary>
    /// <param name="mean">The mean of its set.</param>
    /// <param name="inverse">1 / √(variance + ε).</param>
    /// <param name="scale">Its scale; null for 1.</param>
    /// <param name="shift">Its shift; null for 0.</param>
    public static (float Center, float Slope, float Intercept) Line(double mean, double inverse, float* scale, float* shift)
    {
        // What is lost where the mean is rounded to a float comes back with the intercept.
        float center = (float)mean;
        double rest = (center - mean) * inverse;
        double factor = scale == null ? 1 : *scale;
        return (center, (float)(inverse * factor), (float)((rest * factor) + (shift == null ? 0 : *shift)));
    }

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        for (int set = start; set < end; set++)
        {
            if (IsMeasured)
            {
                Measure(set);
            }

            int runs = Outputs.Data == null ? 0 : Shape.Runs(Inputs.Rows);
            for (int run = 0; run < runs; run++)
            {
                (int row, int first, int parameter) = Shape[set, run];
                float* scales = Scales == null ? null : Scales + parameter;
                float* shifts = Shifts == null ? null : Shifts + parameter;
                Normalize(Inputs.Row(row) + first, Means[set], Inverses[set], scales, shifts, Outputs.Row(row) + first);
            }
        }
    }

    private void Measure(int set)
    {
        int runs = Shape.Runs(Inputs.Rows);
        int length = Shape.RunLength;
        double count = (double)runs * length;
        double mean = 0;
        if (IsCentered)
        {
            for (int run = 0; run < runs; run++)
            {
                mean += FixedSums.Of(Values(set, run), length);
            }

            mean /= count;
        }

        double squares = 0;
        for (int run = 0; run < runs; run++)
        {
            squares += FixedSums.OfSquares(Values(set, run), length, mean);
        }

        Means[set] = mean;
        Inverses[set] = 1 / Math.Sqrt((squares / count) + Epsilon);
    }

    private float* Values(int set, int run)
    {
        (int row, int first, _) = Shape[set, run];
        return Inputs.Row(row) + first;
    }

    private void Normalize(float* inputs, double mean, double inverse, float* scales, float* shifts, float* outputs)
    {
        bool isPerValue = Shape.IsPerValue;
        (float center, float slope, float intercept) = Line(mean, inverse, isPerValue ? null : scales, isPerValue ? null : shifts);
        Scale(inputs, center, slope, intercept, outputs, Shape.RunLength);
        if (isPerValue && (scales != null || shifts != null))
        {
            ScaleEach(outputs, scales, shifts, Shape.RunLength);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(float* inputs, float center, float scale, float shift, float* outputs, int length)
    {
        Vector512<float> centers = Vector512.Create(center);
        Vector512<float> scales = Vector512.Create(scale);
        Vector512<float> shifts = Vector512.Create(shift);
        int i = 0;
        for (; i <= length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            Vector512.FusedMultiplyAdd(Vector512.Load(inputs + i) - centers, scales, shifts).Store(outputs + i);
        }

        for (; i < length; i++)
        {
            outputs[i] = MathF.FusedMultiplyAdd(inputs[i] - center, scale, shift);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScaleEach(float* values, float* scales, float* shifts, int length)
    {
        int i = 0;
        for (; i <= length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            Vector512<float> scale = scales == null ? Vector512.Create(1f) : Vector512.Load(scales + i);
            Vector512<float> shift = shifts == null ? Vector512<float>.Zero : Vector512.Load(shifts + i);
            Vector512.FusedMultiplyAdd(Vector512.Load(values + i), scale, shift).Store(values + i);
        }

        for (; i < length; i++)
        {
            values[i] = MathF.FusedMultiplyAdd(values[i], scales == null ? 1 : scales[i], shifts == null ? 0 : shifts[i]);
        }
    }
}
