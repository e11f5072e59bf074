using System;
using System.Numerics;

namespace InitGen.Kernels;

/// <summary>Adds rows of a signal to statistics, which know finite values only.</summary>
internal static unsafe class SignalMeasurement
{
    /// <summary>Adds one row of a layer.</summary>
    /// <param name="statistics">Added to.</param>
    /// <param name="preActivations">z.</param>
    /// <param name="activations">φ(z).</param>
    /// <param name="derivatives">φ'(z).</param>
    /// <param name="saturationThreshold">The |φ'| below which a unit is saturated.</param>
    /// <param name="activeUnits">Set to −1 where a unit is not saturated.</param>
    public static void Add(
        ref LayerStatistics statistics,
        ReadOnlySpan<float> preActivations,
        ReadOnlySpan<float> activations,
        ReadOnlySpan<float> derivatives,
        float saturationThreshold,
        Span<int> activeUnits)
    {
        MarkActive(derivatives, saturationThreshold, activeUnits);
        if (!statistics.TryAdd(preActivations, activations, derivatives, saturationThreshold))
        {
            AddFinite(ref statistics, preActivations, activations, derivatives, saturationThreshold, activeUnits);
        }
    }

    /// <summary>Adds one row of gradients with respect to pre-activations.</summary>
    /// <param name="statistics">Added to.</param>
    /// <param name="gradients">dL/dz.</param>
    public static void Add(ref GradientStatistics statistics, ReadOnlySpan<float> gradients)
    {
        if (statistics.TryAdd(gradients)) return;

        ReadOnlySpan<float> finite = Finite(gradients);
        statistics.TryAdd(finite);
        statistics.AddNonFinite(gradients.Length - finite.Length);
    }

    /// <summary>Adds gradients with respect to weights.</summary>
    /// <param name="statistics">Added to.</param>
    /// <param name="gradients">dL/dW.</param>
    public static void AddWeights(ref GradientStatistics statistics, ReadOnlySpan<float> gradients)
    {
        if (!statistics.TryAddWeightGradients(gradients)) statistics.TryAddWeightGradients(Finite(gradients));
    }

    private static void MarkActive(ReadOnlySpan<float> derivatives, float saturationThreshold, Span<int> activeUnits)
    {
        var threshold = new Vector<float>(saturationThreshold);
        int unit = 0;
        for (; unit <= derivatives.Length - Vector<float>.Count; unit += Vector<float>.Count)
        {
            Vector<int> isSaturated = Vector.LessThan(Vector.Abs(new Vector<float>(derivatives[unit..])), threshold);
            Span<int> flags = activeUnits[unit..];
            (new Vector<int>(flags) | ~isSaturated).CopyTo(flags);
        }

        for (; unit < derivatives.Length; unit++)
        {
            if (!(Math.Abs(derivatives[unit]) < saturationThreshold)) activeUnits[unit] = -1;
        }
    }

    private static void AddFinite(
        ref LayerStatistics statistics,
        ReadOnlySpan<float> preActivations,
        ReadOnlySpan<float> activations,
        ReadOnlySpan<float> derivatives,
        float saturationThreshold,
        Span<int> activeUnits)
    {
        int units = preActivations.Length;
        var finite = new Span<float>(Workspace.OfThread.FiniteValues.Reserve(3L * units), checked(3 * units));
        int count = 0;
        for (int unit = 0; unit < units; unit++)
        {
            if (!float.IsFinite(preActivations[unit]) || !float.IsFinite(activations[unit]))
            {
                activeUnits[unit] = -1;
                continue;
            }

            finite[count] = preActivations[unit];
            finite[units + count] = activations[unit];
            finite[(2 * units) + count] = derivatives[unit];
            count++;
        }

        statistics.TryAdd(finite[..count], finite.Slice(units, count), finite.Slice(2 * units, count), saturationThreshold);
        statistics.AddNonFinite(units - count);
    }

    private static ReadOnlySpan<float> Finite(ReadOnlySpan<float> values)
    {
        var finite = new Span<float>(Workspace.OfThread.FiniteValues.Reserve(values.Length), values.Length);
        int count = 0;
        foreach (float value in values)
        {
            if (float.IsFinite(value)) finite[count++] = value;
        }

        return finite[..count];
    }
}
