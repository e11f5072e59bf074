using System;
using System.Collections.Generic;
using System.Globalization;

namespace InitGen.Benchmarks;

/// <summary>Does work on demand for <c>compare.sh</c>, which alternates with other libraries: a line "work threads" on standard input is
/// answered with the milliseconds that it took.</summary>
public static class WorkServer
{
    /// <summary>Answers until standard input ends.</summary>
    public static void Serve()
    {
        Dictionary<string, Action> works = new([.. Work.All(), .. MachineBenchmarks.All()]);
        HashSet<string> warm = [];
        while (Console.ReadLine()?.Split(' ') is [string name, string threads])
        {
            Execution.MaxDegreeOfParallelism = int.Parse(threads, CultureInfo.InvariantCulture);
            Action work = works[name];
            if (warm.Add(name + threads))
            {
                Sampling.WarmUp(work);
            }

            Console.WriteLine(Sampling.Milliseconds(work).ToString("R", CultureInfo.InvariantCulture));
        }
    }
}
