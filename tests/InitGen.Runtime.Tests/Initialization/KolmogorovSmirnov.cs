using System;

namespace InitGen.Runtime.Tests.Initialization;

/// <summary>Whether a sample may come from a distribution.</summary>
internal static class KolmogorovSmirnov
{
    /// <summary>False for one in a thousand samples that do.</summary>
    public static bool Accepts(float[] sample, Func<double, double> cumulativeDistribution)
    {
        float[] sorted = [.. sample];
        Array.Sort(sorted);
        double distance = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double expected = cumulativeDistribution(sorted[i]);
            distance = Math.Max(distance, Math.Max(((i + 1.0) / sorted.Length) - expected, expected - ((double)i / sorted.Length)));
        }

        return distance < 1.95 / Math.Sqrt(sorted.Length);
    }
}
