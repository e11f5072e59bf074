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

            long start = Stopwatch.GetTimestamp();
            work();
            Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    private static void WarmUp(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < FewestWarmUpCalls || (i < WarmUpCalls && Stopwatch.GetElapsedTime(start) < WarmUpTime); i++) work();
    }
}
