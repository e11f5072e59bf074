using System;
using System.Linq;
using InitGen.Kernels;
using MathNet.Numerics.Statistics;

namespace InitGen.Runtime.Tests.Kernels;

public class MeasureBackwardTests
{
    private const int Rows = 200;

    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Gradients_of_weights_have_the_standard_deviation_of_what_Backward_writes(Activation activation)
    {
        AssertWeightGradients<OddShape>(activation);
        AssertWeightGradients<WideShape>(activation);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Gradients_of_pre_activations_are_those_of_the_biases_row_by_row(Activation activation)
    {
        // dL/db of a batch of one row is dL/dz.
        ITestNetwork network = ActivationCase.For(activation).CreateNetwork<OddShape>(seed: 42);
        (float[] inputs, float[] outputGradients) = Batch();
        GradientStatistics[] statistics = Measure(network, inputs, outputGradients);

        LayerInfo[] layers = [.. network.Layers.Where(layer => layer.BiasOffset >= 0)];
        double[][] expected = [.. layers.Select(layer => Enumerable.Range(0, Rows).SelectMany(row =>
        {
            var gradients = new float[network.Parameters.Length];
            network.Backward(inputs.AsSpan(7 * row, 7), outputGradients.AsSpan(5 * row, 5), gradients);
            return layer.Biases(gradients).ToArray().Select(gradient => (double)gradient);
        }).ToArray())];

        for (int i = 0; i < layers.Length; i++)
        {
            GradientStatistics measured = statistics[Array.IndexOf(network.Layers, layers[i])];
            double stdDev = expected[i].PopulationStandardDeviation();
            Assert.Equal(expected[i].Length, measured.Count);
            Assert.Equal(0, measured.NonFiniteCount);
            Assert.Equal(stdDev, measured.StdDev, 1e-9 * stdDev);
            Assert.Equal(expected[i].Mean(), measured.Mean, 1e-9 * stdDev);
            Assert.Equal(expected[i].Max(Math.Abs), measured.LargestMagnitude);
            Assert.Equal((double)expected[i].Count(gradient => gradient == 0) / expected[i].Length, measured.ZeroFraction, 1e-12);
        }
    }

    [Fact]
    public void Gradients_that_are_not_finite_are_counted_apart()
    {
        TestNetwork<OddShape, Linear, Linear> network = TestNetwork<OddShape, Linear, Linear>.Create(seed: 43);
        (float[] inputs, float[] outputGradients) = Batch();
        outputGradients[12] = float.NaN;
        outputGradients[13] = float.NegativeInfinity;
        GradientStatistics[] statistics = Measure(network, inputs, outputGradients);

        Assert.Equal([19 + 18, 19, 2], statistics.Select(layer => layer.NonFiniteCount));
        Assert.Equal((5 * Rows) - 2, statistics[2].Count);
        double[] finite = [.. outputGradients.Where(float.IsFinite).Select(gradient => (double)gradient)];
        Assert.Equal(finite.PopulationStandardDeviation(), statistics[2].StdDev, 1e-9);
    }

    [Fact]
    public void An_empty_batch_has_no_figures()
    {
        GradientStatistics[] statistics = Measure(TestNetwork<OddShape, Tanh, Tanh>.Create(seed: 1), [], []);
        Assert.All(statistics, layer =>
        {
            Assert.Equal(0, layer.Count);
            Assert.Equal(0, layer.NonFiniteCount);
            Assert.Equal(double.NaN, layer.Mean);
            Assert.Equal(double.NaN, layer.StdDev);
            Assert.Equal(double.NaN, layer.LargestMagnitude);
            Assert.Equal(double.NaN, layer.ZeroFraction);
            Assert.Equal(double.NaN, layer.WeightGradientStdDev);
        });
    }

    private static void AssertWeightGradients<TShape>(Activation activation)
        where TShape : ITestShape
    {
        ITestNetwork network = ActivationCase.For(activation).CreateNetwork<TShape>(seed: 41);
        float[] inputs = TestLayers.NormalValues(Rows * TShape.Sizes[0], seed: 44);
        float[] outputGradients = TestLayers.NormalValues(Rows * TShape.Sizes[^1], seed: 45);
        GradientStatistics[] statistics = Measure(network, inputs, outputGradients);

        var gradients = new float[network.Parameters.Length];
        network.Backward(inputs, outputGradients, gradients);
        for (int layer = 0; layer < 3; layer++)
        {
            double[] weights = [.. network.Layers[layer].Weights(gradients).ToArray().Select(gradient => (double)gradient)];
            double expected = weights.PopulationStandardDeviation();
            Assert.Equal(expected, statistics[layer].WeightGradientStdDev, 1e-9 * expected);
        }
    }

    private static (float[] Inputs, float[] OutputGradients) Batch() =>
        (TestLayers.NormalValues(7 * Rows, seed: 44), TestLayers.NormalValues(5 * Rows, seed: 45));

    private static GradientStatistics[] Measure(ITestNetwork network, float[] inputs, float[] outputGradients)
    {
        var statistics = new GradientStatistics[network.Layers.Length];
        network.MeasureBackward(inputs, outputGradients, statistics);
        return statistics;
    }
}
