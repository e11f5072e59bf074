using System;
using System.Linq;

namespace InitGen.Tests.Propagation;

/// <summary>Normal numbers that nothing of the library draws (Box and Muller 1958).</summary>
internal static class NormalDraws
{
    public static double[] Of(Random random, int count, double mean = 0, double stdDev = 1) =>
    [
        .. Enumerable.Range(0, count).Select(_ =>
            mean + (stdDev * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))),
    ];
}
