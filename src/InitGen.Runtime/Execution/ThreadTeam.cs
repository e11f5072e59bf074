using System;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace InitGen;

/// <summary>
/// Threads that help with one loop at a time, without allocating: they are started when first needed, then wait for the next loop, and end
/// when none comes. A loop that finds them busy (one within another, or on two threads at once) runs on its calling thread alone.
/// </summary>
internal static unsafe class ThreadTeam
{
    /// <summary>How long a thread waits for the next loop, in milliseconds: far longer than it takes to start one.</summary>
    private const int Patience = 2000;

    private const long Place = 1L << 32;

    private static readonly SemaphoreSlim Calls = new(0);

    /// <summary>1 while there is a loop, or while a thread leaves.</summary>
    private static int _isBusy;

    private static int _threadCount;

    /// <summary>In the upper half, how many threads may still join the loop; in the lower one, how many are in it, the calling one not
    /// among them. What follows is set before a thread may join, and read after.</summary>
    private static long _crew;
    private static long _next;
    private static int _end;
    private static int _grain;
    private static void* _operation;
    private static delegate*<void*, int, int, void> _invoke;
    private static Exception? _failure;

    /// <summary>The most threads that work on a range: as many as <see cref="Execution.MaxDegreeOfParallelism"/> allows, and as there are
    /// parts.</summary>
    /// <param name="count">The length of the range.</param>
    /// <param name="grain">How many indices a thread takes at a time.</param>
    public static int Degree(int count, int grain) =>
        Math.Min(Execution.MaxDegreeOfParallelism, Math.Max(1, ((count - 1) / grain) + 1));

    /// <summary>Does an operation on a range, on as many threads as there may be.</summary>
    /// <param name="count">The length of the range, from 0.</param>
    /// <param name="grain">How many indices a thread takes at a time: enough to be worth its while, some 10 µs of work or more.</param>
    /// <param name="operation">The operation. An exception that it throws is thrown to the caller once all threads have stopped.</param>
    public static void For<TOperation>(int count, int grain, TOperation operation)
        where TOperation : struct, IRangeOperation, allows ref struct => For(count, grain, Degree(count, grain), operation);

    /// <summary>Does an operation on a range, on a number of threads, or on fewer.</summary>
    /// <param name="count">The length of the range, from 0.</param>
    /// <param name="grain">How many indices a thread takes at a time: enough to be worth its while, some 10 µs of work or more.</param>
    /// <param name="degree">The number of threads, the calling one among them; at most <see cref="Degree"/>.</param>
    /// <param name="operation">The operation. An exception that it throws is thrown to the caller once all threads have stopped.</param>
    public static void For<TOperation>(int count, int grain, int degree, TOperation operation)
        where TOperation : struct, IRangeOperation, allows ref struct
    {
        if (degree < 2 || Interlocked.Exchange(ref _isBusy, 1) != 0)
        {
            operation.Invoke(0, count);
            return;
        }

        Exception? failure;
        try
        {
            _operation = Unsafe.AsPointer(ref operation); // on this thread's stack, where it does not move, nor goes before all are done
            _invoke = &Invoke<TOperation>;
            _end = count;
            _grain = grain;
            failure = Run(Gather(degree - 1));
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

    /// <summary>Starts threads that are missing.</summary>
    /// <returns>How many of those asked for there are: fewer where the system has no more.</returns>
    private static int Gather(int helpers)
    {
        try
        {
            for (; _threadCount < helpers; _threadCount++)
            {
                new Thread(Help) { IsBackground = true, Name = "InitGen" }.UnsafeStart();
            }
        }
        catch (OutOfMemoryException)
        {
            helpers = _threadCount;
        }

        return helpers;
    }

    private static Exception? Run(int helpers)
    {
        _next = 0;
        _failure = null;
        bool isInterrupted = false;
        try
        {
            Volatile.Write(ref _crew, helpers * Place);
            isInterrupted = Call(helpers);
            Work();
            Dismiss();
        }
        catch
        {
            Dismiss(); // whatever it is that has come in between: nobody works on when this thread has left
            throw;
        }

        if (isInterrupted)
        {
            Thread.CurrentThread.Interrupt();
        }

        return _failure;
    }

    /// <summary>Ends a loop. Whoever has not come by now is no longer needed; whoever has works on this thread's memory, so that it does
    /// not go on before they are done.</summary>
    private static void Dismiss()
    {
        Interlocked.And(ref _crew, Place - 1);
        for (int turn = 0; Volatile.Read(ref _crew) != 0; turn++)
        {
            // Not as SpinWait does, whose sleep lets another thread's interrupt out.
            if (turn < 10)
            {
                Thread.SpinWait(4 << turn);
            }
            else
            {
                Thread.Yield();
            }
        }
    }

    /// <summary>Wakes threads.</summary>
    /// <returns>Whether an interrupt came in between, which is not for here.</returns>
    private static bool Call(int helpers)
    {
        for (bool isInterrupted = false; ; isInterrupted = true)
        {
            try
            {
                if (helpers > 0)
                {
                    Calls.Release(helpers);
                }

                return isInterrupted;
            }
            catch (ThreadInterruptedException)
            {
                // It waited for the semaphore's lock, and has not woken anybody yet.
            }
        }
    }

    private static void Help()
    {
        do
        {
            while (Calls.Wait(Patience))
            {
                if (TryJoin())
                {
                    Work();
                    Interlocked.Decrement(ref _crew);
                }
            }
        }
        while (!TryLeave());
    }

    private static bool TryJoin()
    {
        long crew = Volatile.Read(ref _crew);
        while (crew >= Place)
        {
            long seen = Interlocked.CompareExchange(ref _crew, crew - Place + 1, crew);
            if (seen == crew)
            {
                return true;
            }

            crew = seen;
        }

        return false;
    }

    /// <summary>Takes a thread off the team, unless there is a loop, which may count on it.</summary>
    private static bool TryLeave()
    {
        if (Interlocked.Exchange(ref _isBusy, 1) != 0)
        {
            return false;
        }

        _threadCount--;
        Volatile.Write(ref _isBusy, 0);
        return true;
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
