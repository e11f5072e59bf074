using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

namespace InitGen.Soak;

/// <summary>Mixed work on several threads for some minutes, and what the process holds meanwhile. Fails where it holds more at the end than
/// it did after a quarter of the time.</summary>
internal static class Program
{
    private const int Samples = 20;
    private const int Workers = 3;
    private const double AllowedGrowth = 1.1;
    private const long AllowedBytes = 32 << 20; // the batches in flight vary by as much

    private static int Main(string[] arguments)
    {
        if (arguments is not [{ } text] || !double.TryParse(text, CultureInfo.InvariantCulture, out double minutes) || !(minutes > 0))
        {
            Console.Error.WriteLine("Usage: soak.sh MINUTES, a positive number.");
            return 2;
        }

        string directory = Directory.CreateTempSubdirectory("initgen-soak-").FullName;
        long steps = 0;
        bool isDone = false;
        var classifier = new Classifier(seed: 1);
        var mixed = new Mixed(seed: 2);
        Thread[] workers = [.. Enumerable.Range(0, Workers).Select(worker => new Thread(() =>
        {
            var work = new Work(directory, worker);
            while (!Volatile.Read(ref isDone))
            {
                work.Step(classifier, mixed);
                Interlocked.Increment(ref steps);
            }
        }))];
        Array.ForEach(workers, worker => worker.Start());

        var samples = new List<Sample>();
        var clock = Stopwatch.StartNew();
        for (int i = 1; i <= Samples; i++)
        {
            TimeSpan rest = TimeSpan.FromMinutes(minutes * i / Samples) - clock.Elapsed;
            if (rest > TimeSpan.Zero)
            {
                Thread.Sleep(rest);
            }

            samples.Add(Sample.Take(clock.Elapsed, Interlocked.Read(ref steps)));
            Console.WriteLine(samples[^1]);
        }

        Volatile.Write(ref isDone, true);
        Array.ForEach(workers, worker => worker.Join());
        int files = Directory.GetFileSystemEntries(directory).Length;
        Directory.Delete(directory, recursive: true);

        // The most of the second quarter against the most of the last one.
        Sample[] early = [.. samples.Skip(Samples / 4).Take(Samples / 4)];
        Sample[] late = [.. samples.TakeLast(Samples / 4)];
        bool isFlat = IsFlat(early.Max(sample => sample.HeapBytes), late.Max(sample => sample.HeapBytes))
            && IsFlat(early.Max(sample => sample.ProcessBytes), late.Max(sample => sample.ProcessBytes))
            && late.Max(sample => sample.Threads) <= early.Max(sample => sample.Threads) + 2
            && late.Max(sample => sample.Handles) <= early.Max(sample => sample.Handles) + 5;
        Console.WriteLine(isFlat && files == 0 ? "Flat." : $"Not flat, or files are left: {files}.");
        return isFlat && files == 0 ? 0 : 1;
    }

    private static bool IsFlat(long early, long late) => late <= (early * AllowedGrowth) + AllowedBytes;
}
