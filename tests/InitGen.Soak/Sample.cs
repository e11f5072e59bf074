using System;
using System.Diagnostics;
using System.Globalization;

namespace InitGen.Soak;

/// <summary>What the process holds.</summary>
/// <param name="Time">Since the start.</param>
/// <param name="Steps">How much work was done.</param>
/// <param name="HeapBytes">The managed heap after a full collection.</param>
/// <param name="ProcessBytes">The memory of the process.</param>
/// <param name="Threads">Its threads.</param>
/// <param name="Handles">Its open files and the like.</param>
internal sealed record Sample(TimeSpan Time, long Steps, long HeapBytes, long ProcessBytes, int Threads, int Handles)
{
    /// <summary>Takes one.</summary>
    public static Sample Take(TimeSpan time, long steps)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return new Sample(time, steps, GC.GetTotalMemory(forceFullCollection: false), process.WorkingSet64, process.Threads.Count, process.HandleCount);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Time.TotalSeconds,6:0} s  {Steps,9:N0} steps  heap {HeapBytes / 1e6,6:0.0} MB  process {ProcessBytes / 1e6,6:0.0} MB  {Threads,3} threads  {Handles,4} handles");
}
