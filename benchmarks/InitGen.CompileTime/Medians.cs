using System;
using System.Diagnostics;
using System.Linq;

namespace InitGen.CompileTime;

/// <summary>Times that say what is usual, on machines that are noisy.</summary>
internal static class Medians
{
    /// <summary>The time of some work, in milliseconds.</summary>
    /// <param name="work">The work.</param>
    public static double Elapsed(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The median of some runs.</summary>
    /// <param name="warmUps">How many runs come before those that count.</param>
    /// <param name="runs">How many runs count.</param>
    /// <param name="measure">A run and what it measured.</param>
    public static double Of(int warmUps, int runs, Func<double> measure)
    {
        for (int i = 0; i < warmUps; i++)
        {
            measure();
        }

        return Of([.. Enumerable.Range(0, runs).Select(_ => measure())]);
    }

    /// <summary>The median.</summary>
    /// <param name="values">The values.</param>
    public static double Of(params ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }
}
