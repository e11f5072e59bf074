using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace InitGen.Statistics;

/// <summary>Count, mean and squared deviations of a population, accumulated in double precision.</summary>
internal record struct Moments
{
    private const int PivotSample = 64;

    private double _mean;
    private double _squaredDeviations;

    /// <summary>The number of values.</summary>
    public long Count { get; private set; }

    /// <summary>The mean; NaN without values.</summary>
    public readonly double Mean => Count == 0 ? double.NaN : _mean;

    /// <summary>The standard deviation of the population, as numpy.std has it; NaN without values.</summary>
    public readonly double StdDev => Count == 0 ? double.NaN : Math.Sqrt(_squaredDeviations / Count);

    /// <summary>Whether all values were finite: the squares of floats do not overflow a double, so only NaN and infinity make their sum
    /// anything else.</summary>
    public readonly bool IsFinite => double.IsFinite(_squaredDeviations);

    /// <summary>The moments of values that are to be merged with these.</summary>
    /// <param name="values">The values.</param>
    public readonly Moments Of(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
        {
            return default;
        }

        // Deviations from about the mean: one that is large against the deviations costs no digits. The mean of any k of n values is within
        // √(n/k) standard deviations.
        ReadOnlySpan<float> sample = values[..Math.Min(values.Length, PivotSample)];
        double pivot = Count == 0 ? SumOfDeviations(sample, 0).Sum / sample.Length : _mean;
        (double sum, double squares) = SumOfDeviations(values, pivot);
        return new Moments
        {
            Count = values.Length,
            _mean = pivot + (sum / values.Length),
            _squaredDeviations = Math.Max(0, squares - (sum * sum / values.Length)),
        };
    }

    /// <summary>Adds values, all of them finite.</summary>
    /// <param name="values">The values.</param>
    public void Add(ReadOnlySpan<float> values) => Merge(Of(values));

    /// <summary>Adds those of some values that are finite.</summary>
    /// <param name="values">The values.</param>
    /// <returns>How many are NaN or infinite.</returns>
    public int AddFinite(ReadOnlySpan<float> values)
    {
        Moments moments = Of(values);
        if (moments.IsFinite)
        {
            Merge(moments);
            return 0;
        }

        int nonFiniteCount = 0;
        foreach (ref readonly float value in values)
        {
            if (float.IsFinite(value))
            {
                Add(new ReadOnlySpan<float>(in value));
            }
            else
            {
                nonFiniteCount++;
            }
        }

        return nonFiniteCount;
    }

    /// <summary>Adds another population (Chan, Golub and LeVeque 1979, "Updating formulae and a pairwise algorithm for computing sample
    /// variances").</summary>
    /// <param name="other">The other population.</param>
    public void Merge(in Moments other)
    {
        if (other.Count == 0)
        {
            return;
        }

        double difference = other._mean - _mean;
        double total = (double)Count + other.Count;
        _mean = Count == 0 ? other._mean : _mean + (difference * (other.Count / total));
        _squaredDeviations += other._squaredDeviations + (difference * difference * (Count * (other.Count / total)));
        Count += other.Count;
    }

    /// <summary>Σ(x − pivot) and Σ(x − pivot)².</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Sum, double Squares) SumOfDeviations(ReadOnlySpan<float> values, double pivot)
    {
        var pivots = new Vector<double>(pivot);
        Vector<double> lowerSum = default;
        Vector<double> upperSum = default;
        Vector<double> lowerSquares = default;
        Vector<double> upperSquares = default;
        for (; values.Length >= Vector<float>.Count; values = values[Vector<float>.Count..])
        {
            Vector.Widen(new Vector<float>(values), out Vector<double> lower, out Vector<double> upper);
            lower -= pivots;
            upper -= pivots;
            lowerSum += lower;
            upperSum += upper;
            lowerSquares = Vector.MultiplyAddEstimate(lower, lower, lowerSquares);
            upperSquares = Vector.MultiplyAddEstimate(upper, upper, upperSquares);
        }

        double sum = Vector.Sum(lowerSum + upperSum);
        double squares = Vector.Sum(lowerSquares + upperSquares);
        foreach (float value in values)
        {
            double deviation = value - pivot;
            sum += deviation;
            squares += deviation * deviation;
        }

        return (sum, squares);
    }
}
