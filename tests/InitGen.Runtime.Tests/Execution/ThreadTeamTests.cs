using System;
using System.Linq;
using System.Threading;

namespace InitGen.Runtime.Tests.Threads;

[Collection(ExecutionCollection.Name)]
public unsafe class ThreadTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Every_index_is_done_once(int degree)
    {
        using var _ = new Degree(degree);
        foreach (int count in new[] { 0, 1, 2, 99, 100, 1001 })
        {
            foreach (int grain in new[] { 1, 7, 100, 5000 })
            {
                int[] visits = Visit(count, grain);
                Assert.All(visits, visit => Assert.Equal(1, visit));
            }
        }
    }

    // Twice: what the first loop leaves behind must not keep the second on one thread.
    [Theory]
    [InlineData(2, 2, 1)]
    [InlineData(3, 3, 1)]
    [InlineData(3, 7, 3)] // parts of 3, 3 and 1
    public void As_many_threads_as_there_are_parts_work_at_once(int degree, int count, int grain)
    {
        using var _ = new Degree(degree);
        for (int i = 0; i < 2; i++)
        {
            int present = 0, alone = 0;
            ThreadTeam.For(count, grain, new Meeting(&present, &alone, degree));
            Assert.Equal((degree, 0), (present, alone));
        }
    }

    [Fact]
    public void No_more_threads_work_at_once_than_the_degree_allows()
    {
        using var _ = new Degree(2);
        int present = 0, crowded = 0;
        ThreadTeam.For(8, 1, new CrowdCounter(&present, &crowded, 2));
        Assert.Equal(0, crowded);
    }

    [Fact]
    public void Small_loops_that_follow_each_other_are_done_when_they_return()
    {
        using var _ = new Degree(3);
        for (int i = 0; i < 20_000; i++)
        {
            int sum = 0;
            ThreadTeam.For(3, 1, new Adder(&sum));
            Assert.Equal(3, Volatile.Read(ref sum));
        }
    }

    [Fact]
    public void After_an_exception_no_part_is_begun()
    {
        using var _ = new Degree(2);
        int done = 0;
        int* counter = &done;
        Assert.Throws<InvalidOperationException>(() => ThreadTeam.For(500, 1, new SlowThrower(counter)));
        Assert.InRange(done, 0, 400);
    }

    [Fact]
    public void One_part_stays_on_the_calling_thread()
    {
        using var _ = new Degree(4);
        int thread = 0;
        ThreadTeam.For(100, 100, new ThreadRecorder(&thread));
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    }

    [Fact]
    public void A_loop_within_a_loop_is_done()
    {
        using var _ = new Degree(4);
        int sum = 0;
        ThreadTeam.For(20, 1, new Nested(&sum));
        Assert.Equal(20 * 50, sum);
    }

    [Fact]
    public void Loops_on_several_threads_at_once_are_done()
    {
        using var _ = new Degree(3);
        int failures = 0;
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < 500; i++)
            {
                Interlocked.Add(ref failures, Visit(40, 3).Count(visit => visit != 1));
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(0, failures);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void An_exception_reaches_the_caller_and_the_next_loop_works(int degree)
    {
        using var _ = new Degree(degree);
        for (int i = 0; i < 50; i++)
        {
            Assert.Equal("index 13", Assert.Throws<InvalidOperationException>(() => ThreadTeam.For(40, 1, default(Thrower))).Message);
            Assert.All(Visit(40, 1), visit => Assert.Equal(1, visit));
        }

        int present = 0, alone = 0;
        ThreadTeam.For(degree, 1, new Meeting(&present, &alone, degree));
        Assert.Equal((degree, 0), (present, alone));
    }

    [Fact]
    public void An_operation_may_hold_spans_that_the_garbage_collector_moves()
    {
        using var _ = new Degree(3);
        for (int i = 0; i < 20; i++)
        {
            int[] visits = new int[1000];
            ThreadTeam.For(1000, 10, new SpanVisitor(visits));
            Assert.All(visits, visit => Assert.Equal(1, visit));
        }
    }

    [Fact]
    public void Nothing_is_allocated_on_any_thread()
    {
        using var _ = new Degree(4);
        int sum = 0;
        ThreadTeam.For(1000, 1, new Adder(&sum));
        int* target = &sum;
        Assert.Equal(0, Allocation.OnAllThreads(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                ThreadTeam.For(1000, 1, new Adder(target));
            }
        }));
    }

    private static int[] Visit(int count, int grain)
    {
        var visits = new int[count + 1];
        fixed (int* first = visits)
        {
            ThreadTeam.For(count, grain, new Visitor(first));
        }

        Assert.Equal(0, visits[count]);
        return visits[..count];
    }

    private readonly struct Visitor(int* visits) : IRangeOperation
    {
        public void Invoke(int start, int end)
        {
            for (int i = start; i < end; i++)
            {
                Interlocked.Increment(ref visits[i]);
            }
        }
    }

    private readonly ref struct SpanVisitor(Span<int> visits) : IRangeOperation
    {
        private readonly Span<int> _visits = visits;

        public void Invoke(int start, int end)
        {
            for (int i = start; i < end; i++)
            {
                Interlocked.Increment(ref _visits[i]);
            }

            GC.Collect();
        }
    }

    private readonly struct Adder(int* sum) : IRangeOperation
    {
        public void Invoke(int start, int end) => Interlocked.Add(ref *sum, end - start);
    }

    private readonly struct Nested(int* sum) : IRangeOperation
    {
        public void Invoke(int start, int end)
        {
            for (int i = start; i < end; i++)
            {
                ThreadTeam.For(50, 1, new Adder(sum));
            }
        }
    }

    private readonly struct ThreadRecorder(int* thread) : IRangeOperation
    {
        public void Invoke(int start, int end) => *thread = Environment.CurrentManagedThreadId;
    }

    /// <summary>Each part ends when as many have come as there have to be, or counts as alone.</summary>
    private readonly struct Meeting(int* present, int* alone, int all) : IRangeOperation
    {
        public void Invoke(int start, int end)
        {
            Interlocked.Increment(ref *present);
            int goal = all;
            int* now = present;
            if (!SpinWait.SpinUntil(() => Volatile.Read(ref *now) == goal, TimeSpan.FromSeconds(30)))
            {
                Interlocked.Increment(ref *alone);
            }
        }
    }

    /// <summary>Counts the times at which more than so many parts are in work.</summary>
    private readonly struct CrowdCounter(int* present, int* crowded, int most) : IRangeOperation
    {
        public void Invoke(int start, int end)
        {
            if (Interlocked.Increment(ref *present) > most)
            {
                Interlocked.Increment(ref *crowded);
            }

            Thread.Sleep(20);
            Interlocked.Decrement(ref *present);
        }
    }

    /// <summary>Fails as soon as another part is done; those take a millisecond each.</summary>
    private readonly struct SlowThrower(int* done) : IRangeOperation
    {
        public void Invoke(int start, int end)
        {
            int* others = done;
            if (start == 0)
            {
                SpinWait.SpinUntil(() => Volatile.Read(ref *others) > 0, TimeSpan.FromSeconds(30));
                throw new InvalidOperationException();
            }

            Thread.Sleep(1);
            Interlocked.Increment(ref *others);
        }
    }

    private readonly struct Thrower : IRangeOperation
    {
        public void Invoke(int start, int end)
        {
            if (start <= 13 && 13 < end)
            {
                throw new InvalidOperationException("index 13");
            }
        }
    }
}
