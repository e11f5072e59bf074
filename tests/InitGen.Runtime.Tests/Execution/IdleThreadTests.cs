using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Threading;
using InitGen.Kernels;
using InitGen.Runtime.Tests.Kernels;

namespace InitGen.Runtime.Tests.Threads;

/// <summary>Threads that have helped do not stay for ever.</summary>
[Collection(ExecutionCollection.Name)]
public class IdleThreadTests
{
    [Fact]
    public void Threads_end_when_no_loop_comes_and_start_again_with_the_next()
    {
        using var _ = new Degree(6);
        for (int i = 0; i < 2; i++)
        {
            using var gathering = new Barrier(6);
            var threads = new List<Thread>();
            ThreadTeam.For(6, 1, new Gathering(threads, gathering));
            Assert.Equal(6, threads.Distinct().Count());
            threads.Remove(Thread.CurrentThread);
            Assert.True(SpinWait.SpinUntil(() => threads.TrueForAll(thread => !thread.IsAlive), TimeSpan.FromSeconds(60)));
        }
    }

    [Fact]
    public void The_largest_degree_takes_what_there_is_work_for()
    {
        TestNetwork<WideShape, Tanh, Linear> network = TestNetwork<WideShape, Tanh, Linear>.Create(seed: 91);
        float[] inputs = TestLayers.NormalValues(300 * 200, seed: 92);
        var expected = new float[3 * 200];
        network.Forward(inputs, expected);
        using var _ = new Degree(int.MaxValue);
        var outputs = new float[expected.Length];
        network.Forward(inputs, outputs);
        network.MeasureBackward(inputs, new float[expected.Length], new GradientStatistics[3]);
        Assert.Equal(expected, outputs);
    }

    [Fact]
    public void A_load_context_with_the_library_in_it_is_unloaded()
    {
        WeakReference context = LoadAndWork();
        for (int attempt = 0; attempt < 600 && context.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(100);
        }

        Assert.False(context.IsAlive);
    }

    /// <summary>What is done with the library inside the context: threads help, and take an exception along.</summary>
    internal static int Work()
    {
        Execution.MaxDegreeOfParallelism = 4;
        var weights = new float[3_000_000];
        Initializers.Normal(weights, 0, 1, 1, 1);
        TestNetwork<WideShape, Tanh, Softmax> network = TestNetwork<WideShape, Tanh, Softmax>.Create(seed: 93);
        network.Forward(new float[300 * 200], new float[3 * 200]);
        network.MeasureForward(new float[300 * 200], new LayerStatistics[3]);
        network.MeasureBackward(new float[300 * 200], new float[3 * 200], new GradientStatistics[3]);
        Safetensors.Write(network, Stream.Null);
        Npz.Write(network, Stream.Null);
        try
        {
            ThreadTeam.For(8, 1, default(Thrower));
        }
        catch (NotImplementedException)
        {
        }

        return weights.Length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadAndWork()
    {
        var context = new LibraryContext();
        Assembly tests = context.LoadFromAssemblyPath(typeof(IdleThreadTests).Assembly.Location);
        MethodInfo work =
            tests.GetType(typeof(IdleThreadTests).FullName!)!.GetMethod(nameof(Work), BindingFlags.NonPublic | BindingFlags.Static)!;
        Assert.NotEqual(typeof(IdleThreadTests), work.DeclaringType);
        Assert.Equal(3_000_000, work.Invoke(null, null));
        Assert.Contains(context.Assemblies, assembly => assembly.GetName().Name == "InitGen.Runtime");
        context.Unload();
        return new WeakReference(context);
    }

    /// <summary>Has assemblies of InitGen of its own.</summary>
    private sealed class LibraryContext() : AssemblyLoadContext(isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name!.StartsWith("InitGen", StringComparison.Ordinal)
            ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll"))
            : null;
    }

    private readonly struct Gathering(List<Thread> threads, Barrier gathering) : IRangeOperation
    {
        public void Invoke(int start, int end)
        {
            lock (threads)
            {
                threads.Add(Thread.CurrentThread);
            }

            gathering.SignalAndWait();
        }
    }

    private readonly struct Thrower : IRangeOperation
    {
        public void Invoke(int start, int end) => throw new NotImplementedException();
    }
}
