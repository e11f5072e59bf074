using System;

namespace InitGen.Statistics;

/// <summary>Count, mean and squared deviations of a population, accumulated in double precision.</summary>
internal record struct Moments
{
    private double _mean;
    private double _squaredDeviations;

    /// <summary>The number of values.</summary>
    public long Count { get; private set; }

    /// <summary>The mean; NaN without values.</summary>
    public readonly double Mean => Count == 0 ? double.NaN : _mean;

    /// <summary>The standard deviation of the population, as numpy.std has it; NaN without values.</summary>
    public readonly double StdDev => Count == 0 ? double.NaN : Math.Sqrt(_squaredDeviations / Count);

    /// <summary>Adds values, all of them finite.</summary>
    /// <param name="values">The values.</param>
    public void Add(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty) return;

        // Deviations from the mean so far: a mean that is large against the deviations costs no digits.
        double pivot = Count == 0 ? Average(values) : _mean;
        double sum = 0;
        double squares = 0;
        foreach (float value in values)
        {
            double deviation = value - pivot;
            sum += deviation;
            squares += deviation * deviation;
        }

        Merge(new Moments
        {
            Count = values.Length,
            _mean = pivot + (sum / values.Length),
            _squaredDeviations = Math.Max(0, squares - (sum * sum / values.Length)),
        });
    }

    /// <summary>Adds another population (Chan, Golub and LeVeque 1979, "Updating formulae and a pairwise algorithm for computing sample
    /// variances").</summary>
    /// <param name="other">The other population.</param>
    public void Merge(in Moments other)
    {
        if (other.Count == 0) return;

        double difference = other._mean - _mean;
        double total = (double)Count + other.Count;
        _mean = Count == 0 ? other._mean : _mean + (difference * (other.Count / total));
        _squaredDeviations += other._squaredDeviations + (difference * difference * (Count * (other.Count / total)));
        Count += other.Count;
    }

    private static double Average(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values) sum += value;
        return sum / values.Length;
    }
}
