using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace InitGen.Statistics;

/// <summary>How much of a gradient some units pass on: the sum of their derivatives φ', and how many are saturated.</summary>
internal record struct Sensitivity
{
    /// <summary>Σφ'.</summary>
    public double DerivativeSum { get; private set; }

    /// <summary>How many |φ'| are below the threshold.</summary>
    public long Saturated { get; private set; }

    /// <summary>Adds finite derivatives.</summary>
    /// <param name="derivatives">φ'.</param>
    /// <param name="saturationThreshold">The |φ'| below which a unit is saturated.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<float> derivatives, float saturationThreshold)
    {
        var threshold = new Vector<float>(saturationThreshold);
        Vector<double> lowerSum = default;
        Vector<double> upperSum = default;
        Vector<int> saturated = default;
        for (; derivatives.Length >= Vector<float>.Count; derivatives = derivatives[Vector<float>.Count..])
        {
            var derivative = new Vector<float>(derivatives);
            Vector.Widen(derivative, out Vector<double> lower, out Vector<double> upper);
            lowerSum += lower;
            upperSum += upper;
            saturated -= Vector.LessThan(Vector.Abs(derivative), threshold); // a mask is −1
        }

        DerivativeSum += Vector.Sum(lowerSum + upperSum);
        Saturated += Vector.Sum(saturated);
        foreach (float derivative in derivatives)
        {
            DerivativeSum += derivative;
            Saturated += Math.Abs(derivative) < saturationThreshold ? 1 : 0;
        }
    }

    /// <summary>Adds the derivatives of other units.</summary>
    /// <param name="other">The sensitivity of the others.</param>
    public void Merge(in Sensitivity other)
    {
        DerivativeSum += other.DerivativeSum;
        Saturated += other.Saturated;
    }
}
