using System;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace InitGen;

/// <summary>
/// Threads that help with one loop at a time, without allocating: they are started when first needed and then wait for the next loop.
/// A loop that finds them busy (one within another, or on two threads at once) runs on its calling thread alone.
/// </summary>
internal static unsafe class ThreadTeam
{
    private static readonly SemaphoreSlim Calls = new(0);
    private static int _threadCount;

    /// <summary>1 while there is a loop.</summary>
    private static int _isBusy;

    /// <summary>How many threads may still join the loop. What follows is set before and read after.</summary>
    private static int _places;
    private static int _finished;
    private static long _next;
    private static int _end;
    private static int _grain;
    private static void* _operation;
    private static delegate*<void*, int, int, void> _invoke;
    private static Exception? _failure;

    /// <summary>Does an operation on a range, on as many threads as <see cref="Execution.MaxDegreeOfParallelism"/> allows.</summary>
    /// <param name="count">The length of the range, from 0.</param>
    /// <param name="grain">How many indices a thread takes at a time: enough to be worth its while, some 10 µs of work or more.</param>
    /// <param name="operation">The operation. An exception that it throws is thrown to the caller once all threads have stopped.</param>
    public static void For<TOperation>(int count, int grain, TOperation operation)
        where TOperation : struct, IRangeOperation, allows ref struct
    {
        int helpers = Math.Min(Execution.MaxDegreeOfParallelism, ((count - 1) / grain) + 1) - 1;
        if (helpers < 1 || Interlocked.Exchange(ref _isBusy, 1) != 0)
        {
            operation.Invoke(0, count);
            return;
        }

        Exception? failure;
        try
        {
            // The operation stands on this thread's stack, where the other threads read it: it does not move, nor go before they are done.
            failure = Run(count, grain, helpers, Unsafe.AsPointer(ref operation), &Invoke<TOperation>);
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private static void Invoke<TOperation>(void* operation, int start, int end)
        where TOperation : struct, IRangeOperation, allows ref struct => Unsafe.AsRef<TOperation>(operation).Invoke(start, end);

    private static Exception? Run(int count, int grain, int helpers, void* operation, delegate*<void*, int, int, void> invoke)
    {
        for (; _threadCount < helpers; _threadCount++)
        {
            new Thread(Help) { IsBackground = true, Name = "InitGen" }.UnsafeStart();
        }

        _operation = operation;
        _invoke = invoke;
        _end = count;
        _grain = grain;
        _next = 0;
        _finished = 0;
        _failure = null;
        Volatile.Write(ref _places, helpers);
        Calls.Release(helpers);
        Work();

        // Whoever has not come by now is no longer needed.
        int joined = helpers - Interlocked.Exchange(ref _places, 0);
        var wait = default(SpinWait);
        while (Volatile.Read(ref _finished) < joined)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }

        return _failure;
    }

    private static void Help()
    {
        while (true)
        {
            Calls.Wait();
            if (TryJoin())
            {
                Work();
                Interlocked.Increment(ref _finished);
            }
        }
    }

    private static bool TryJoin()
    {
        int places = Volatile.Read(ref _places);
        while (places > 0)
        {
            int seen = Interlocked.CompareExchange(ref _places, places - 1, places);
            if (seen == places)
            {
                return true;
            }

            places = seen;
        }

        return false;
    }

    private static void Work()
    {
        try
        {
            for (long start = Take(); start < _end; start = Take())
            {
                _invoke(_operation, (int)start, (int)Math.Min(start + _grain, _end));
            }
        }
        catch (Exception failure)
        {
            _failure = failure;
            Volatile.Write(ref _next, _end); // nobody needs to begin another part
        }
    }

    private static long Take() => Interlocked.Add(ref _next, _grain) - _grain;
}
