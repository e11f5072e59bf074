using System;
using System.Linq;
using InitGen.Kernels;

namespace InitGen.Runtime.Tests.Kernels;

public class BackwardTests
{
    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Gradients_agree_with_finite_differences(Activation activation)
    {
        ITestNetwork network = ActivationCase.For(activation).CreateNetwork<OddShape>(seed: 11);
        float[] inputs = TestLayers.NormalValues(7 * 9, seed: 12);
        float[] outputGradients = TestLayers.NormalValues(5 * 9, seed: 13);
        var gradients = new float[network.Parameters.Length];
        network.Backward(inputs, outputGradients, gradients);

        var reference = new ReferenceNetwork(network);
        double[] expected = [.. gradients.Select((_, parameter) => reference.Gradient(inputs, outputGradients, parameter))];
        double scale = Math.Sqrt(expected.Average(gradient => gradient * gradient));
        for (int i = 0; i < gradients.Length; i++)
        {
            // Relative to the gradient, or to the typical one where its terms cancel.
            Assert.Equal(expected[i], gradients[i], 1e-3 * Math.Max(Math.Abs(expected[i]), 0.01 * scale));
        }
    }

    [Fact]
    public void Gradients_are_sums_over_the_batch_and_overwrite_what_stood_there()
    {
        TestNetwork<OddShape, Tanh, Linear> network = TestNetwork<OddShape, Tanh, Linear>.Create(seed: 14);
        float[] inputs = TestLayers.NormalValues(7 * 250, seed: 15);
        float[] outputGradients = TestLayers.NormalValues(5 * 250, seed: 16);
        float[] whole = [.. Enumerable.Repeat(float.NaN, network.Parameters.Length)];
        network.Backward(inputs, outputGradients, whole);

        var sum = new double[whole.Length];
        for (int row = 0; row < 250; row++)
        {
            var part = new float[whole.Length];
            network.Backward(inputs.AsSpan(7 * row, 7), outputGradients.AsSpan(5 * row, 5), part);
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += part[i];
            }
        }

        for (int i = 0; i < sum.Length; i++)
        {
            Assert.Equal(sum[i], whole[i], 1e-3);
        }
    }

    [Fact]
    public void An_empty_batch_has_gradients_of_0()
    {
        TestNetwork<OddShape, Tanh, Linear> network = TestNetwork<OddShape, Tanh, Linear>.Create(seed: 1);
        float[] gradients = [.. Enumerable.Repeat(1f, network.Parameters.Length)];
        network.Backward([], [], gradients);
        Assert.All(gradients, gradient => Assert.Equal(0, gradient));
    }

    [Fact]
    public void A_wide_network_agrees_with_finite_differences()
    {
        TestNetwork<WideShape, Silu, Softmax> network = TestNetwork<WideShape, Silu, Softmax>.Create(seed: 17);
        float[] inputs = TestLayers.NormalValues(300 * 3, seed: 18);
        float[] outputGradients = TestLayers.NormalValues(3 * 3, seed: 19);
        var gradients = new float[network.Parameters.Length];
        network.Backward(inputs, outputGradients, gradients);

        var reference = new ReferenceNetwork(network);
        double scale = Math.Sqrt(gradients.Average(gradient => (double)gradient * gradient));
        for (int parameter = 0; parameter < gradients.Length; parameter += 1009)
        {
            double expected = reference.Gradient(inputs, outputGradients, parameter);
            Assert.Equal(expected, gradients[parameter], 1e-3 * Math.Max(Math.Abs(expected), 0.01 * scale));
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Gradients_that_are_not_finite_do_not_throw(float value)
    {
        TestNetwork<OddShape, Relu, Softmax> network = TestNetwork<OddShape, Relu, Softmax>.Create(seed: 20);
        var gradients = new float[network.Parameters.Length];
        network.Backward(
            [.. Enumerable.Repeat(value, 7)], [value, 0, -value, 1, 2], gradients);
        Assert.Contains(gradients, gradient => !float.IsFinite(gradient));
    }
}
