using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using InitGen.Kernels;
using InitGen.Runtime.Tests.Kernels;

namespace InitGen.Runtime.Tests.Threads;

/// <summary>The promises of docs/threads.md.</summary>
public class SharedNetworkTests
{
    [Fact]
    public void Threads_that_measure_one_network_at_once_measure_what_one_does()
    {
        TestNetwork<WideShape, Gelu, Softmax> network = TestNetwork<WideShape, Gelu, Softmax>.Create(seed: 71);
        float[] inputs = TestLayers.NormalValues(300 * 250, seed: 72);
        float[] outputGradients = TestLayers.NormalValues(3 * 250, seed: 73);
        (LayerStatistics[] Forward, GradientStatistics[] Backward) Measure()
        {
            var forward = new LayerStatistics[3];
            var backward = new GradientStatistics[3];
            network.MeasureForward(inputs, forward);
            network.MeasureBackward(inputs, outputGradients, backward);
            return (forward, backward);
        }

        (LayerStatistics[] expectedForward, GradientStatistics[] expectedBackward) = Measure();
        int different = 0;
        RunAtOnce(2, _ =>
        {
            for (int i = 0; i < 10; i++)
            {
                (LayerStatistics[] forward, GradientStatistics[] backward) = Measure();
                if (!forward.SequenceEqual(expectedForward) || !backward.SequenceEqual(expectedBackward))
                {
                    Interlocked.Increment(ref different);
                }
            }
        });
        Assert.Equal(0, different);
    }

    [Fact]
    public void One_that_reads_while_another_initializes_gets_each_weight_as_it_was_or_as_it_is()
    {
        float[][] weights = [Weights(seed: 0), Weights(seed: 1)];
        TestNetwork<LineShape, Linear, Linear> network = TestNetwork<LineShape, Linear, Linear>.Create(weights[1].ToArray());
        int torn = 0;
        bool isDone = false;
        RunAtOnce(2, thread =>
        {
            if (thread == 0)
            {
                for (ulong i = 0; i < 2000; i++)
                {
                    Initializers.Normal(network.Parameters, 0, 1, i % 2, 0);
                }

                Volatile.Write(ref isDone, true);
                return;
            }

            // The input is 1, so that the outputs are the weights.
            var outputs = new float[LineShape.Units];
            while (!Volatile.Read(ref isDone))
            {
                network.Forward([1], outputs);
                for (int i = 0; i < outputs.Length; i++)
                {
                    if (outputs[i] != weights[0][i] && outputs[i] != weights[1][i])
                    {
                        torn++;
                    }
                }
            }

            network.Forward([1], outputs);
            if (!outputs.SequenceEqual(weights[1]))
            {
                torn++;
            }
        });
        Assert.Equal(0, torn);
    }

    [Fact]
    public void The_memory_that_a_thread_works_in_goes_with_the_thread()
    {
        WeakReference workspace = WorkspaceOfAThread();
        for (int attempt = 0; attempt < 20 && workspace.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(workspace.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference WorkspaceOfAThread()
    {
        WeakReference? workspace = null;
        RunAtOnce(1, _ =>
        {
            TestNetwork<OddShape, Tanh, Tanh>.Create(seed: 74).Forward(new float[7], new float[5]);
            workspace = new WeakReference(Workspace.OfThread);
        });
        return workspace!;
    }

    private static float[] Weights(ulong seed)
    {
        var weights = new float[LineShape.Units];
        Initializers.Normal(weights, 0, 1, seed, 0);
        return weights;
    }

    /// <summary>Does work on several new threads; what one of them throws is thrown here.</summary>
    private static void RunAtOnce(int count, Action<int> work)
    {
        using var start = new Barrier(count);
        Exception? failure = null;
        Thread[] threads = [.. Enumerable.Range(0, count).Select(thread => new Thread(() =>
        {
            try
            {
                start.SignalAndWait();
                work(thread);
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Null(failure);
    }

    private sealed class LineShape : ITestShape
    {
        public const int Units = 3000;

        public static int[] Sizes => [1, Units];

        public static bool UseBias(int layer) => false;
    }
}
