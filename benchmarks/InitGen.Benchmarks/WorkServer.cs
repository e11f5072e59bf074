using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;

namespace InitGen.Benchmarks;

/// <summary>Does work on demand for <c>compare.sh</c>, which alternates with other libraries: a line "work threads" on standard input is
/// answered with the milliseconds that it took.</summary>
public static class WorkServer
{
    // The just-in-time compiler replaces a method after 30 calls, in the background; until then it is not the code that users run.
    // Long work calls its methods that often in a few calls of its own.
    private const int WarmUpCalls = 40;
    private const int FewestWarmUpCalls = 5;
    private static readonly TimeSpan ShortestSample = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(1);

    /// <summary>Answers until standard input ends.</summary>
    public static void Serve()
    {
        Dictionary<string, Action> works = new([.. Work.All(), .. MachineBenchmarks.All()]);
        HashSet<string> warm = [];
        while (Console.ReadLine()?.Split(' ') is [string name, string threads])
        {
            Execution.MaxDegreeOfParallelism = int.Parse(threads, CultureInfo.InvariantCulture);
            Action work = works[name];
            if (warm.Add(name + threads)) WarmUp(work);

            Console.WriteLine(Sample(work).ToString("R", CultureInfo.InvariantCulture));
        }
    }

    // The mean of runs in a row, as peers/sample.py takes it, so that short work does not pay for the change from another program.
    private static double Sample(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        for (int runs = 1; ; runs++)
        {
            work();
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed >= ShortestSample) return elapsed.TotalMilliseconds / runs;
        }
    }

    private static void WarmUp(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < FewestWarmUpCalls || (i < WarmUpCalls && Stopwatch.GetElapsedTime(start) < WarmUpTime); i++) work();
    }
}
