using System;
using System.Threading;
using InitGen.Kernels;
using InitGen.Runtime.Tests.Initialization;
using InitGen.Runtime.Tests.Kernels;

namespace InitGen.Runtime.Tests.Threads;

/// <summary>What comes from outside while threads work: nothing is left half done, nothing runs on after a method has returned or thrown,
/// and an interrupt reaches the next wait of the thread that it was meant for.</summary>
[Collection(ExecutionCollection.Name)]
public sealed unsafe class InterruptionTests : IDisposable
{
    private readonly Degree _degree = new(3);

    public static TheoryData<string> Fills => [.. EveryInitializer.ByName.Keys];

    public void Dispose() => _degree.Dispose();

    [Fact]
    public void A_loop_of_an_interrupted_thread_waits_for_those_who_help() => OnItsOwnThread(() =>
    {
        int done = 0;
        Thread.CurrentThread.Interrupt();
        ThreadTeam.For(3, 1, new Helped(&done, Thread.CurrentThread));
        Assert.Equal(3, done);
        Assert.Throws<ThreadInterruptedException>(() => Thread.Sleep(0));
        Thread.Sleep(0); // once is enough
    });

    [Fact]
    public void A_thread_that_is_interrupted_all_the_time_does_its_loops_and_gets_to_know() => OnItsOwnThread(() =>
    {
        using (new Interrupter())
        {
            for (int i = 0; i < 20_000; i++)
            {
                int sum = 0;
                ThreadTeam.For(30, 1, new Adder(&sum));
                Assert.Equal(30, Volatile.Read(ref sum));
            }

            Assert.Throws<ThreadInterruptedException>(() => Thread.Sleep(TimeSpan.FromSeconds(30)));
        }
    });

    [Theory]
    [MemberData(nameof(Fills))]
    public void Interrupted_fills_are_the_same_and_end_when_they_return(string name) => OnItsOwnThread(() =>
    {
        const int Rows = 1500, Columns = 1000;
        var expected = new float[Rows * Columns];
        EveryInitializer.ByName[name](expected, Rows, Columns, 3, 4);
        for (int i = 0; i < 3; i++)
        {
            var weights = new float[expected.Length];
            Thread.CurrentThread.Interrupt();
            EveryInitializer.ByName[name](weights, Rows, Columns, 3, 4);
            Assert.True(weights.AsSpan().SequenceEqual(expected));

            // Whoever still wrote would write over this.
            Array.Clear(weights);
            Assert.Throws<ThreadInterruptedException>(() => Thread.Sleep(0));
            Thread.Sleep(10);
            Assert.False(weights.AsSpan().ContainsAnyExcept(0f));
        }
    });

    [Fact]
    public void Interrupted_passes_and_measurements_are_the_same() => OnItsOwnThread(() =>
    {
        TestNetwork<PassShape, Gelu, Softmax> network = TestNetwork<PassShape, Gelu, Softmax>.Create(seed: 81);
        float[] inputs = TestLayers.NormalValues(200 * 150, seed: 82);
        float[] outputGradients = TestLayers.NormalValues(11 * 150, seed: 83);
        (float[], float[], LayerStatistics[], GradientStatistics[]) Run()
        {
            var outputs = new float[outputGradients.Length];
            var gradients = new float[network.Parameters.Length];
            var batches = new BatchedMeasurement<TestNetwork<PassShape, Gelu, Softmax>>(network);
            network.Forward(inputs, outputs);
            network.Backward(inputs, outputGradients, gradients);
            batches.Add(inputs, outputGradients);
            return (outputs, gradients, batches.Forward(), batches.Backward());
        }

        (float[] outputs, float[] gradients, LayerStatistics[] forward, GradientStatistics[] backward) = Run();
        using (new Interrupter())
        {
            for (int i = 0; i < 10; i++)
            {
                (float[], float[], LayerStatistics[], GradientStatistics[]) results = Run();
                Assert.Equal(outputs, results.Item1);
                Assert.Equal(gradients, results.Item2);
                Assert.Equal(forward, results.Item3);
                Assert.Equal(backward, results.Item4);
            }
        }
    });

    [Fact]
    public void Where_the_part_of_the_calling_thread_throws_the_others_are_done_before() => OnItsOwnThread(() =>
    {
        for (int i = 0; i < 10; i++)
        {
            int done = 0;
            int* target = &done;
            Thread thread = Thread.CurrentThread;
            Assert.Throws<InvalidOperationException>(() => ThreadTeam.For(3, 1, new Helped(target, thread, throws: true)));
            int atOnce = Volatile.Read(ref done);
            Thread.Sleep(30);
            Assert.Equal(atOnce, Volatile.Read(ref done));
            Assert.NotEqual(0, atOnce); // a part that had begun
        }
    });

    /// <summary>Does work on a thread of its own, which no interrupt outlives; what it throws is thrown here.</summary>
    private static void OnItsOwnThread(Action work)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        });
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    /// <summary>Interrupts the thread that makes it, again and again, until it is disposed.</summary>
    private sealed class Interrupter : IDisposable
    {
        private readonly Thread _interrupted = Thread.CurrentThread;
        private readonly Thread _thread;
        private volatile bool _isDone;

        public Interrupter()
        {
            _thread = new Thread(() =>
            {
                while (!_isDone)
                {
                    _interrupted.Interrupt();
                    Thread.SpinWait(200);
                }
            });
            _thread.Start();
        }

        public void Dispose()
        {
            _isDone = true;
            while (_thread.IsAlive)
            {
                Thread.Yield();
            }

            try
            {
                Thread.Sleep(0);
            }
            catch (ThreadInterruptedException)
            {
                // the last one
            }
        }
    }

    private readonly struct Adder(int* sum) : IRangeOperation
    {
        public void Invoke(int start, int end) => Interlocked.Add(ref *sum, end - start);
    }

    /// <summary>The calling thread's part ends when another has begun, and a helping thread's takes its time.</summary>
    private readonly struct Helped(int* done, Thread caller, bool throws = false) : IRangeOperation
    {
        public void Invoke(int start, int end)
        {
            if (Thread.CurrentThread != caller)
            {
                Interlocked.Increment(ref *done);
                Thread.Sleep(50);
                return;
            }

            while (Volatile.Read(ref *done) == 0)
            {
                Thread.Yield();
            }

            if (throws)
            {
                throw new InvalidOperationException();
            }

            Interlocked.Increment(ref *done);
        }
    }

    private sealed class PassShape : ITestShape
    {
        public static int[] Sizes => [200, 500, 11];
    }
}
