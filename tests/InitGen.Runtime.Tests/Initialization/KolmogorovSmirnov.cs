using System;
using InitGen.Randomness;

namespace InitGen.Runtime.Tests.Initialization;

/// <summary>Whether a sample may come from a distribution.</summary>
internal static class KolmogorovSmirnov
{
    /// <summary>False for one in a thousand samples that do.</summary>
    public static bool Accepts(float[] sample, Func<double, double> cumulativeDistribution)
    {
        float[] sorted = [.. sample];
        Array.Sort(sorted);
        return GoodnessOfFit.KolmogorovSmirnov(sorted, cumulativeDistribution) >= 0.001;
    }
}
