using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace InitGen.Kernels;

/// <summary>Adds rows of a signal to statistics, which know finite values only.</summary>
internal static class SignalMeasurement
{
    /// <summary>Adds some units of a layer, row after row.</summary>
    /// <param name="statistics">Added to.</param>
    /// <param name="preActivations">z; overwritten.</param>
    /// <param name="activations">φ(z); overwritten.</param>
    /// <param name="derivatives">φ'(z); overwritten.</param>
    /// <param name="saturationThreshold">The |φ'| below which a unit is saturated.</param>
    /// <param name="activeUnits">One for each of the units; set to −1 where it is not saturated.</param>
    /// <param name="means">The mean of each unit's activations; written.</param>
    public static void Add(
        ref LayerStatistics statistics,
        Span<float> preActivations,
        Span<float> activations,
        Span<float> derivatives,
        float saturationThreshold,
        Span<int> activeUnits,
        Span<double> means)
    {
        MarkActive(derivatives, saturationThreshold, activeUnits);
        double squares = Average(activations, means);
        if (!statistics.TryAdd(preActivations, activations, derivatives, saturationThreshold))
        {
            AddFinite(ref statistics, preActivations, activations, derivatives, saturationThreshold, activeUnits);
            squares = double.NaN;
        }

        statistics.AddSquaredDeviations(squares);
    }

    /// <summary>Adds gradients with respect to pre-activations.</summary>
    /// <param name="statistics">Added to.</param>
    /// <param name="gradients">dL/dz.</param>
    public static void Add(ref GradientStatistics statistics, ReadOnlySpan<float> gradients)
    {
        if (statistics.TryAdd(gradients))
        {
            return;
        }

        for (int i = 0; i < gradients.Length; i++)
        {
            if (!statistics.TryAdd(gradients.Slice(i, 1)))
            {
                statistics.AddNonFinite(1);
            }
        }
    }

    /// <summary>Adds gradients with respect to weights.</summary>
    /// <param name="statistics">Added to.</param>
    /// <param name="gradients">dL/dW.</param>
    public static void AddWeights(ref GradientStatistics statistics, ReadOnlySpan<float> gradients)
    {
        if (statistics.TryAddWeightGradients(gradients))
        {
            return;
        }

        for (int i = 0; i < gradients.Length; i++)
        {
            statistics.TryAddWeightGradients(gradients.Slice(i, 1));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MarkActive(ReadOnlySpan<float> derivatives, float saturationThreshold, Span<int> activeUnits)
    {
        var threshold = new Vector<float>(saturationThreshold);
        int unit = 0;
        for (; unit <= activeUnits.Length - Vector<int>.Count; unit += Vector<int>.Count)
        {
            var active = new Vector<int>(activeUnits[unit..]);
            for (int i = unit; i < derivatives.Length; i += activeUnits.Length)
            {
                active |= ~Vector.LessThan(Vector.Abs(new Vector<float>(derivatives[i..])), threshold);
            }

            active.CopyTo(activeUnits[unit..]);
        }

        for (; unit < activeUnits.Length; unit++)
        {
            for (int i = unit; i < derivatives.Length; i += activeUnits.Length)
            {
                if (!(Math.Abs(derivatives[i]) < saturationThreshold))
                {
                    activeUnits[unit] = -1;
                }
            }
        }
    }

    /// <summary>Averages the activations of each unit over the rows.</summary>
    /// <param name="activations">φ(z), row after row.</param>
    /// <param name="means">One for each unit; written.</param>
    /// <returns>The squared deviations from the means, summed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Average(ReadOnlySpan<float> activations, Span<double> means)
    {
        double rows = activations.Length / means.Length;
        Vector<double> squares = default;
        int unit = 0;
        for (; unit <= means.Length - Vector<float>.Count; unit += Vector<float>.Count)
        {
            Vector<double> lowerMean = default;
            Vector<double> upperMean = default;
            for (int i = unit; i < activations.Length; i += means.Length)
            {
                Vector.Widen(new Vector<float>(activations[i..]), out Vector<double> lower, out Vector<double> upper);
                lowerMean += lower;
                upperMean += upper;
            }

            lowerMean /= rows;
            upperMean /= rows;
            for (int i = unit; i < activations.Length; i += means.Length)
            {
                Vector.Widen(new Vector<float>(activations[i..]), out Vector<double> lower, out Vector<double> upper);
                lower -= lowerMean;
                upper -= upperMean;
                squares += (lower * lower) + (upper * upper);
            }

            lowerMean.CopyTo(means[unit..]);
            upperMean.CopyTo(means[(unit + Vector<double>.Count)..]);
        }

        double rest = 0;
        for (; unit < means.Length; unit++)
        {
            double mean = 0;
            for (int i = unit; i < activations.Length; i += means.Length)
            {
                mean += activations[i];
            }

            mean /= rows;
            for (int i = unit; i < activations.Length; i += means.Length)
            {
                double deviation = activations[i] - mean;
                rest += deviation * deviation;
            }

            means[unit] = mean;
        }

        return Vector.Sum(squares) + rest;
    }

    private static void AddFinite(
        ref LayerStatistics statistics,
        Span<float> preActivations,
        Span<float> activations,
        Span<float> derivatives,
        float saturationThreshold,
        Span<int> activeUnits)
    {
        int count = 0;
        for (int i = 0; i < preActivations.Length; i++)
        {
            if (!float.IsFinite(preActivations[i]) || !float.IsFinite(activations[i]))
            {
                activeUnits[i % activeUnits.Length] = -1;
                continue;
            }

            preActivations[count] = preActivations[i];
            activations[count] = activations[i];
            derivatives[count] = derivatives[i];
            count++;
        }

        statistics.TryAdd(preActivations[..count], activations[..count], derivatives[..count], saturationThreshold);
        statistics.AddNonFinite(preActivations.Length - count);
    }
}
