using System;
using System.Linq;

namespace InitGen.Generator.Tests;

/// <summary>Inputs that are normal with variance 1.</summary>
internal static class NormalInputs
{
    /// <summary>A number of them, always the same.</summary>
    public static float[] Of(int count)
    {
        var random = new Random(count);
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
                (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))),
        ];
    }
}
