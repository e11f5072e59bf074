using System;
using InitGen.Kernels;

namespace InitGen.Runtime.Tests.Kernels;

public sealed class ThreadCountTests : IDisposable
{
    private readonly int _degree = Execution.MaxDegreeOfParallelism;

    public void Dispose() => Execution.MaxDegreeOfParallelism = _degree;

    [Fact]
    public void All_results_have_the_same_bits_for_every_number_of_threads()
    {
        TestNetwork<ParallelShape, Gelu, Softmax> network = TestNetwork<ParallelShape, Gelu, Softmax>.Create(seed: 51);
        float[] inputs = TestLayers.NormalValues(300 * 500, seed: 52);
        float[] outputGradients = TestLayers.NormalValues(11 * 500, seed: 53);

        Execution.MaxDegreeOfParallelism = 1;
        Results expected = RunAll(network, inputs, outputGradients);
        foreach (int degree in new[] { 2, 3, 8 })
        {
            Execution.MaxDegreeOfParallelism = degree;
            for (int repetition = 0; repetition < 3; repetition++)
            {
                Results results = RunAll(network, inputs, outputGradients);
                Assert.Equal(expected.Outputs, results.Outputs);
                Assert.Equal(expected.Gradients, results.Gradients);
                Assert.Equal(expected.Forward, results.Forward);
                Assert.Equal(expected.Backward, results.Backward);
            }
        }
    }

    private static Results RunAll(ITestNetwork network, float[] inputs, float[] outputGradients)
    {
        var results = new Results(
            new float[outputGradients.Length], new float[network.Parameters.Length], new LayerStatistics[3], new GradientStatistics[3]);
        network.Forward(inputs, results.Outputs);
        network.Backward(inputs, outputGradients, results.Gradients);
        network.MeasureForward(inputs, results.Forward);
        network.MeasureBackward(inputs, outputGradients, results.Backward);
        return results;
    }

    private sealed record Results(float[] Outputs, float[] Gradients, LayerStatistics[] Forward, GradientStatistics[] Backward);

    private sealed class ParallelShape : ITestShape
    {
        public static int[] Sizes => [300, 700, 400, 11];
    }
}
