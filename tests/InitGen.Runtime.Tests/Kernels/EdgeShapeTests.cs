using System;
using System.Linq;
using InitGen.Kernels;
using MathNet.Numerics.Statistics;

namespace InitGen.Runtime.Tests.Kernels;

/// <summary>Layers of one input or one unit, and batches that no block divides, against a plain computation in double precision.</summary>
public class EdgeShapeTests
{
    public static TheoryData<int> Batches => [1, 2, 5, 7, 17, 239, 241, 479];

    [Theory]
    [MemberData(nameof(Batches))]
    public void One_input_and_one_unit(int batch) => AgreesWithReference<SmallestShape>(batch);

    [Theory]
    [MemberData(nameof(Batches))]
    public void One_input_to_many_units(int batch) => AgreesWithReference<FanOutShape>(batch);

    [Theory]
    [MemberData(nameof(Batches))]
    public void Many_inputs_to_one_unit(int batch) => AgreesWithReference<FanInShape>(batch);

    [Theory]
    [MemberData(nameof(Batches))]
    public void One_unit_between_wide_layers(int batch) => AgreesWithReference<BottleneckShape>(batch);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_weight_that_is_not_finite_spoils_its_unit_and_what_comes_after_it(float value)
    {
        const int Rows = 250;
        TestNetwork<OddShape, Linear, Linear> network = TestNetwork<OddShape, Linear, Linear>.Create(seed: 61);
        LayerInfo second = TestNetwork<OddShape, Linear, Linear>.Layers[1];
        second.Weights(network.Parameters)[(11 * 37) + 5] = value;
        float[] inputs = TestLayers.NormalValues(7 * Rows, seed: 62);

        var outputs = new float[5 * Rows];
        network.Forward(inputs, outputs);
        Assert.DoesNotContain(outputs, float.IsFinite);

        var statistics = new LayerStatistics[3];
        network.MeasureForward(inputs, statistics);
        Assert.Equal([0, Rows, 5 * Rows], statistics.Select(layer => layer.NonFiniteCount));
        Assert.Equal([37 * Rows, 18 * Rows, 0], statistics.Select(layer => layer.Count));

        // The gradient comes back through the weight: to one unit of the first layer.
        float[] outputGradients = TestLayers.NormalValues(5 * Rows, seed: 63);
        var gradients = new GradientStatistics[3];
        network.MeasureBackward(inputs, outputGradients, gradients);
        Assert.Equal([Rows, 0, 0], gradients.Select(layer => layer.NonFiniteCount));
        Assert.Equal([36 * Rows, 19 * Rows, 5 * Rows], gradients.Select(layer => layer.Count));
        network.Backward(inputs, outputGradients, new float[network.Parameters.Length]);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void A_network_of_nothing_finite_is_measured_without_figures(float value)
    {
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            ITestNetwork network = ActivationCase.For(activation).CreateNetwork<OddShape>(seed: 64);
            network.Parameters.Fill(value);
            float[] inputs = [.. Enumerable.Repeat(value, 7 * 13)];
            float[] outputGradients = [.. Enumerable.Repeat(value, 5 * 13)];
            var statistics = new LayerStatistics[3];
            var gradients = new GradientStatistics[3];
            network.Forward(inputs, new float[5 * 13]);
            network.Backward(inputs, outputGradients, new float[network.Parameters.Length]);
            network.MeasureForward(inputs, statistics);
            network.MeasureBackward(inputs, outputGradients, gradients);
            Assert.Equal(37 * 13, statistics[0].NonFiniteCount);
            Assert.Equal(0, statistics[0].Count);
            Assert.Equal(double.NaN, statistics[0].ActivationStdDev);
            Assert.Equal(5 * 13, gradients[2].NonFiniteCount + gradients[2].Count);
        }
    }

    private static void AgreesWithReference<TShape>(int batch)
        where TShape : ITestShape
    {
        ITestNetwork network = ActivationCase.For(Activation.Tanh).CreateNetwork<TShape>(seed: 65);
        var reference = new ReferenceNetwork(network);
        LayerInfo[] layers = network.Layers;
        float[] inputs = TestLayers.NormalValues(layers[0].Inputs * batch, seed: 66);
        float[] outputGradients = TestLayers.NormalValues(network.OutputSize * batch, seed: 67);

        var outputs = new float[network.OutputSize * batch];
        network.Forward(inputs, outputs);
        double[] expected = reference.Outputs(inputs);
        for (int i = 0; i < outputs.Length; i++)
        {
            Assert.Equal(expected[i], outputs[i], 1e-5);
        }

        var statistics = new LayerStatistics[layers.Length];
        network.MeasureForward(inputs, statistics);
        for (int layer = 0; layer < layers.Length; layer++)
        {
            (double[][] z, double[][] y) = reference.Layer(inputs, layer);
            Assert.Equal((long)batch * layers[layer].Units, statistics[layer].Count);
            Assert.Equal(z.SelectMany(row => row).PopulationStandardDeviation(), statistics[layer].PreActivationStdDev, 1e-5);
            Assert.Equal(y.SelectMany(row => row).Mean(), statistics[layer].ActivationMean, 1e-5);
        }

        var gradients = new float[network.Parameters.Length];
        network.Backward(inputs, outputGradients, gradients);
        for (int parameter = 0; parameter < gradients.Length; parameter += (gradients.Length / 5) + 1)
        {
            double gradient = reference.Gradient(inputs, outputGradients, parameter);
            Assert.Equal(gradient, gradients[parameter], 1e-4 * (Math.Abs(gradient) + Math.Sqrt(batch)));
        }

        var gradientStatistics = new GradientStatistics[layers.Length];
        network.MeasureBackward(inputs, outputGradients, gradientStatistics);
        for (int layer = 0; layer < layers.Length; layer++)
        {
            Assert.Equal((long)batch * layers[layer].Units, gradientStatistics[layer].Count);
            double stdDev = layers[layer].Weights(gradients).ToArray().Select(gradient => (double)gradient).PopulationStandardDeviation();
            Assert.Equal(stdDev, gradientStatistics[layer].WeightGradientStdDev, 1e-6 * (stdDev + 1));
        }
    }

    private sealed class FanOutShape : ITestShape
    {
        public static int[] Sizes => [1, 40];
    }

    private sealed class FanInShape : ITestShape
    {
        public static int[] Sizes => [40, 1];
    }

    private sealed class BottleneckShape : ITestShape
    {
        public static int[] Sizes => [33, 1, 17, 1];
    }
}
