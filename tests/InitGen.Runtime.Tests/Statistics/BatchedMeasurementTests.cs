using System;
using InitGen.Kernels;
using InitGen.Runtime.Tests.Kernels;

namespace InitGen.Runtime.Tests.Statistics;

public class BatchedMeasurementTests
{
    private const int InputSize = 7;
    private const int OutputSize = 2;

    private static readonly TestNetwork<Shape, Relu, Linear> Network = WithDeadUnits(3);

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(301)]
    public void Batches_are_measured_as_if_they_were_one(int batchSize)
    {
        float[] inputs = TestLayers.NormalValues(301 * InputSize, seed: 1);
        float[] outputGradients = TestLayers.NormalValues(301 * OutputSize, seed: 2);
        var layers = new LayerStatistics[2];
        var gradients = new GradientStatistics[2];
        Network.MeasureForward(inputs, layers);
        Network.MeasureBackward(inputs, outputGradients, gradients);

        var measurement = new BatchedMeasurement<TestNetwork<Shape, Relu, Linear>>(Network);
        for (int row = 0; row < 301; row += batchSize)
        {
            int rows = Math.Min(batchSize, 301 - row);
            measurement.Add(
                inputs.AsSpan(row * InputSize, rows * InputSize), outputGradients.AsSpan(row * OutputSize, rows * OutputSize));
        }

        Assert.Equal(301, measurement.InputCount);
        for (int layer = 0; layer < 2; layer++)
        {
            LayerStatistics measured = measurement.Forward()[layer];
            Assert.Equal(layers[layer].Count, measured.Count);
            Assert.Equal(layers[layer].DeadUnits, measured.DeadUnits);
            Assert.Equal(layer == 0 ? 3 : 0, measured.DeadUnits);
            Assert.Equal(layers[layer].Histogram, measured.Histogram);
            Assert.Equal(layers[layer].ActivationStdDev, measured.ActivationStdDev, 1e-12);
            Assert.Equal(layers[layer].SignalStdDev, measured.SignalStdDev, 1e-12);
            Assert.Equal(layers[layer].SaturatedFraction, measured.SaturatedFraction, 1e-12);

            GradientStatistics gradient = measurement.Backward()[layer];
            Assert.Equal(gradients[layer].Count, gradient.Count);
            Assert.Equal(gradients[layer].StdDev, gradient.StdDev, 1e-12);
            Assert.Equal(gradients[layer].LargestMagnitude, gradient.LargestMagnitude);
            Assert.Equal(
                gradients[layer].WeightGradientStdDev, gradient.WeightGradientStdDev, 1e-4 * gradients[layer].WeightGradientStdDev);
        }
    }

    [Fact]
    public void Wrong_lengths_are_refused_and_nothing_is_added()
    {
        var measurement = new BatchedMeasurement<TestNetwork<Shape, Relu, Linear>>(Network);
        Assert.Throws<ArgumentException>("inputs", () => measurement.Add(new float[InputSize + 1], new float[OutputSize]));
        Assert.Throws<ArgumentException>("outputGradients", () => measurement.Add(new float[InputSize], new float[OutputSize + 1]));
        Assert.Equal(0, measurement.InputCount);
        Assert.Equal(0, measurement.Forward()[0].Count);
        Assert.Equal(0, measurement.Backward()[0].Count);
        Assert.Throws<ArgumentNullException>("network", () => new BatchedMeasurement<TestNetwork<Shape, Relu, Linear>>(null!));
    }

    [Fact]
    public void Inputs_that_are_not_finite_are_left_out_of_their_mean()
    {
        float[] inputs = [1, 2, 3, float.NaN, 4, 5, float.NegativeInfinity];
        var measurement = new BatchedMeasurement<TestNetwork<Shape, Relu, Linear>>(Network);
        measurement.Add(inputs, new float[OutputSize]);
        Assert.Equal(2, measurement.InputNonFiniteCount);
        Assert.Equal(3, measurement.InputMean, 1e-12);
        Assert.Equal(Math.Sqrt(2), measurement.InputStdDev, 1e-12);
    }

    // Some units of the first layer get a bias that nothing makes up for.
    private static TestNetwork<Shape, Relu, Linear> WithDeadUnits(int count)
    {
        var network = TestNetwork<Shape, Relu, Linear>.Create(seed: 3);
        TestNetwork<Shape, Relu, Linear>.Layers[0].Biases(network.Parameters)[..count].Fill(-1000);
        return network;
    }

    private sealed class Shape : ITestShape
    {
        public static int[] Sizes => [InputSize, 50, OutputSize];
    }
}
