using System;

namespace InitGen.Kernels;

/// <summary>Adds rows of a signal to statistics, which know finite values only.</summary>
internal static unsafe class SignalMeasurement
{
    /// <summary>Adds one row of a layer.</summary>
    /// <param name="statistics">Added to.</param>
    /// <param name="preActivations">z.</param>
    /// <param name="activations">φ(z).</param>
    /// <param name="derivatives">φ'(z).</param>
    /// <param name="units">How many of each.</param>
    /// <param name="saturationThreshold">The |φ'| below which a unit is saturated.</param>
    /// <param name="activeUnits">Set to 1 where a unit is not saturated.</param>
    public static void Add(
        ref LayerStatistics statistics,
        float* preActivations,
        float* activations,
        float* derivatives,
        int units,
        float saturationThreshold,
        float* activeUnits)
    {
        float* finite = Workspace.OfThread.FiniteValues.Reserve(3L * units);
        int count = 0;
        for (int unit = 0; unit < units; unit++)
        {
            bool isFinite = float.IsFinite(preActivations[unit]) && float.IsFinite(activations[unit]);
            if (!isFinite || !(Math.Abs(derivatives[unit]) < saturationThreshold)) activeUnits[unit] = 1;
            if (!isFinite) continue;

            finite[count] = preActivations[unit];
            finite[units + count] = activations[unit];
            finite[(2 * units) + count] = derivatives[unit];
            count++;
        }

        statistics.Add(
            new ReadOnlySpan<float>(finite, count),
            new ReadOnlySpan<float>(finite + units, count),
            new ReadOnlySpan<float>(finite + (2 * units), count),
            saturationThreshold);
        statistics.AddNonFinite(units - count);
    }

    /// <summary>Adds gradients with respect to pre-activations.</summary>
    /// <param name="statistics">Added to.</param>
    /// <param name="gradients">dL/dz.</param>
    public static void Add(ref GradientStatistics statistics, ReadOnlySpan<float> gradients)
    {
        ReadOnlySpan<float> finite = Finite(gradients);
        statistics.Add(finite);
        statistics.AddNonFinite(gradients.Length - finite.Length);
    }

    /// <summary>Adds gradients with respect to weights.</summary>
    /// <param name="statistics">Added to.</param>
    /// <param name="gradients">dL/dW.</param>
    public static void AddWeights(ref GradientStatistics statistics, ReadOnlySpan<float> gradients) =>
        statistics.AddWeightGradients(Finite(gradients));

    private static ReadOnlySpan<float> Finite(ReadOnlySpan<float> values)
    {
        float* finite = Workspace.OfThread.FiniteValues.Reserve(values.Length);
        int count = 0;
        foreach (float value in values)
        {
            if (float.IsFinite(value)) finite[count++] = value;
        }

        return new ReadOnlySpan<float>(finite, count);
    }
}
