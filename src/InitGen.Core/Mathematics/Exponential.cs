using System;

namespace InitGen.Mathematics;

/// <summary>Exponential and logarithm where the plain ones lose their digits; .NET Standard has neither.</summary>
internal static class Exponential
{
    /// <summary>eˣ − 1 for x ≤ 0: with t = tanh(x/2) it is 2t/(1 − t), where nothing cancels.</summary>
    internal static double MinusOne(double x)
    {
        double t = Math.Tanh(x / 2);
        return 2 * t / (1 - t);
    }

    /// <summary>ln(1 + x) for x ≥ 0. The error that rounding 1 + x makes is nearly the same in the logarithm and in the difference to 1,
    /// so their quotient is right (Goldberg 1991, theorem 4).</summary>
    internal static double LogOfOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
