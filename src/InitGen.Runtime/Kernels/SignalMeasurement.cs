using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace InitGen.Kernels;

/// <summary>Adds rows of a signal to statistics, which know finite values only.</summary>
internal static class SignalMeasurement
{
    /// <summary>Adds some units of a layer, row after row; in each, a unit's positions stand together.</summary>
    /// <param name="statistics">Added to.</param>
    /// <param name="preActivations">z; overwritten.</param>
    /// <param name="activations">φ(z); overwritten.</param>
    /// <param name="derivatives">φ'(z); overwritten.</param>
    /// <param name="saturationThreshold">The |φ'| below which a unit is saturated.</param>
    /// <param name="activeUnits">One for each of the units; set to −1 where it is not saturated.</param>
    /// <param name="means">The mean of each unit's activations; written.</param>
    /// <param name="positions">The number of positions of a unit; where it is not 1, there is one row.</param>
    public static void Add(
        ref LayerStatistics statistics,
        Span<float> preActivations,
        Span<float> activations,
        Span<float> derivatives,
        float saturationThreshold,
        Span<int> activeUnits,
        Span<double> means,
        int positions)
    {
        double squares = 0;
        if (positions == 1)
        {
            MarkActive(derivatives, saturationThreshold, activeUnits);
            squares = Average(activations, means);
        }
        else
        {
            for (int unit = 0; unit < activeUnits.Length; unit++)
            {
                activeUnits[unit] |= IsActive(derivatives.Slice(unit * positions, positions), saturationThreshold) ? -1 : 0;
                squares += Average(activations.Slice(unit * positions, positions), out means[unit]);
            }
        }

        if (!statistics.TryAdd(preActivations, activations, derivatives, saturationThreshold))
        {
            AddFinite(ref statistics, preActivations, activations, derivatives, saturationThreshold, activeUnits, positions);
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

    private static bool IsActive(ReadOnlySpan<float> derivatives, float saturationThreshold)
    {
        var threshold = new Vector<float>(saturationThreshold);
        int i = 0;
        for (; i <= derivatives.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            if (!Vector.LessThanAll(Vector.Abs(new Vector<float>(derivatives[i..])), threshold))
            {
                return true;
            }
        }

        for (; i < derivatives.Length; i++)
        {
            if (!(Math.Abs(derivatives[i]) < saturationThreshold))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Averages the activations of one unit over its positions.</summary>
    /// <param name="activations">φ(z).</param>
    /// <param name="mean">Their mean.</param>
    /// <returns>The squared deviations from the mean, summed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Average(ReadOnlySpan<float> activations, out double mean)
    {
        Vector<double> sums = default;
        int whole = activations.Length / Vector<float>.Count * Vector<float>.Count;
        for (int i = 0; i < whole; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(activations[i..]), out Vector<double> lower, out Vector<double> upper);
            sums += lower + upper;
        }

        double sum = Vector.Sum(sums);
        for (int i = whole; i < activations.Length; i++)
        {
            sum += activations[i];
        }

        mean = sum / activations.Length;
        var means = new Vector<double>(mean);
        Vector<double> squares = default;
        for (int i = 0; i < whole; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(activations[i..]), out Vector<double> lower, out Vector<double> upper);
            lower -= means;
            upper -= means;
            squares += (lower * lower) + (upper * upper);
        }

        double rest = 0;
        for (int i = whole; i < activations.Length; i++)
        {
            double deviation = activations[i] - mean;
            rest += deviation * deviation;
        }

        return Vector.Sum(squares) + rest;
    }

    private static void AddFinite(
        ref LayerStatistics statistics,
        Span<float> preActivations,
        Span<float> activations,
        Span<float> derivatives,
        float saturationThreshold,
        Span<int> activeUnits,
        int positions)
    {
        int count = 0;
        for (int i = 0; i < preActivations.Length; i++)
        {
            if (!float.IsFinite(preActivations[i]) || !float.IsFinite(activations[i]))
            {
                activeUnits[i / positions % activeUnits.Length] = -1;
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
