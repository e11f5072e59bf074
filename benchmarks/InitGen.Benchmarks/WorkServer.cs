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
    private const int WarmUpCalls = 40;

    /// <summary>Answers until standard input ends.</summary>
    public static void Serve()
    {
        IReadOnlyDictionary<string, Action> works = Work.All();
        HashSet<string> warm = [];
        while (Console.ReadLine()?.Split(' ') is [string name, string threads])
        {
            Execution.MaxDegreeOfParallelism = int.Parse(threads, CultureInfo.InvariantCulture);
            Action work = works[name];
            for (int i = warm.Add(name + threads) ? 0 : WarmUpCalls; i < WarmUpCalls; i++)
            {
                work();
            }

            long start = Stopwatch.GetTimestamp();
            work();
            Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("R", CultureInfo.InvariantCulture));
        }
    }
}
