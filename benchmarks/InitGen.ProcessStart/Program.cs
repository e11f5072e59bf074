using System;
using System.Diagnostics;
using System.Globalization;

namespace InitGen.ProcessStart;

/// <summary>From Main to the first initialized network, just-in-time compilation included: the network's own way, or a plain loop over
/// arrays of the same sizes. start.sh runs it again and again.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        long start = Stopwatch.GetTimestamp();
        float sum;
        switch (args)
        {
            case ["initgen"]:
                sum = new Classifier(seed: 1).Parameters[0];
                break;
            case ["loop"]:
                sum = Loop.Initialize()[0][0];
                break;
            default:
                Console.Error.WriteLine($"The arguments '{string.Join(' ', args)}' are not known: give initgen or loop.");
                return 2;
        }

        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds:F2}"));
        return float.IsFinite(sum) ? 0 : 1;
    }
}
