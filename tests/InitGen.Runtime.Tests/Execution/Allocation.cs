using System;

namespace InitGen.Runtime.Tests.Threads;

/// <summary>How many bytes work allocates.</summary>
internal static class Allocation
{
    public static long OnThisThread(Action work) => Least(work, GC.GetAllocatedBytesForCurrentThread);

    /// <summary>The test runner's threads allocate now and then, so that one count alone says nothing.</summary>
    public static long OnAllThreads(Action work) => Least(work, () => GC.GetTotalAllocatedBytes(precise: true));

    private static long Least(Action work, Func<long> allocated)
    {
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5; attempt++)
        {
            long before = allocated();
            work();
            least = Math.Min(least, allocated() - before);
        }

        return least;
    }
}
