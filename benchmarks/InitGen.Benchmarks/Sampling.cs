using System;
using System.Diagnostics;

namespace InitGen.Benchmarks;

/// <summary>How long work takes.</summary>
internal static class Sampling
{
    private const int FewestWarmUpCalls = 5;
    private static readonly TimeSpan ShortestSample = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(1);

    /// <summary>The mean of runs in a row, as peers/sample.py takes it, so that short work does not pay for the change from
    /// another.</summary>
    /// <param name="work">The work.</param>
    public static double Milliseconds(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        for (int runs = 1; ; runs++)
        {
            work();
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed >= ShortestSample)
            {
                return elapsed.TotalMilliseconds / runs;
            }
        }
    }

    /// <summary>Runs work until it is as fast as it gets: the just-in-time compiler replaces a method after 30 calls, in the background;
    /// until then it is not the code that users run. Long work calls its methods that often in a few calls of its own.</summary>
    /// <param name="work">The work.</param>
    public static void WarmUp(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < FewestWarmUpCalls || Stopwatch.GetElapsedTime(start) < WarmUpTime; i++)
        {
            work();
        }
    }
}
