using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using InitGen.Kernels;

namespace InitGen.Runtime.Tests.Kernels;

public class AllocationTests
{
    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Passes_allocate_nothing_after_the_first(Activation activation)
    {
        ITestNetwork network = ActivationCase.For(activation).CreateNetwork<OddShape>(seed: 21);
        float[] inputs = TestLayers.NormalValues(7 * 130, seed: 22);
        float[] outputGradients = TestLayers.NormalValues(5 * 130, seed: 23);
        var outputs = new float[5 * 130];
        var statistics = new LayerStatistics[3];
        var gradientStatistics = new GradientStatistics[3];
        var gradients = new float[network.Parameters.Length];

        void RunAll()
        {
            network.Forward(inputs, outputs);
            network.MeasureForward(inputs, statistics);
            network.Backward(inputs, outputGradients, gradients);
            network.MeasureBackward(inputs, outputGradients, gradientStatistics);
        }

        RunAll();
        long before = GC.GetAllocatedBytesForCurrentThread();
        RunAll();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Many_threads_may_run_passes_over_one_network_at_once()
    {
        TestNetwork<OddShape, Silu, Softmax> network = TestNetwork<OddShape, Silu, Softmax>.Create(seed: 24);
        float[] inputs = TestLayers.NormalValues(7 * 250, seed: 25);
        float[] outputGradients = TestLayers.NormalValues(5 * 250, seed: 26);
        float[][] Run()
        {
            var outputs = new float[5 * 250];
            var gradients = new float[network.Parameters.Length];
            var statistics = new LayerStatistics[3];
            network.Forward(inputs, outputs);
            network.Backward(inputs, outputGradients, gradients);
            network.MeasureForward(inputs, statistics);
            return [outputs, gradients, [.. statistics.Select(layer => (float)layer.ActivationStdDev)]];
        }

        float[][] expected = Run();
        var results = new List<float[][]>();
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < 20; i++)
            {
                float[][] result = Run();
                lock (results) { results.Add(result); } }
        }))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        Assert.Equal(160, results.Count);
        Assert.All(results, result => Assert.Equal(expected, result));
    }
}
