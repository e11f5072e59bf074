using System;
using System.Linq;
using InitGen.Kernels;

namespace InitGen.Runtime.Tests.Kernels;

public class ForwardTests
{
    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Outputs_are_those_of_a_plain_computation_in_double_precision(Activation activation)
    {
        ITestNetwork network = ActivationCase.For(activation).CreateNetwork<OddShape>(seed: 3);
        float[] inputs = TestLayers.NormalValues(7 * 133, seed: 4);
        double[] expected = new ReferenceNetwork(network).Outputs(inputs);

        var outputs = new float[5 * 133];
        network.Forward(inputs, outputs);

        double scale = expected.Max(Math.Abs);
        for (int i = 0; i < outputs.Length; i++)
        {
            Assert.Equal(expected[i], outputs[i], 1e-5 * scale);
        }
    }

    [Fact]
    public void Each_pre_activation_is_one_chain_of_fused_multiply_adds_in_the_order_of_the_inputs()
    {
        TestNetwork<WideShape, Linear, Linear> network = TestNetwork<WideShape, Linear, Linear>.Create(seed: 5);
        float[] inputs = TestLayers.NormalValues(300 * 8, seed: 6);
        var outputs = new float[3 * 8];
        network.Forward(inputs, outputs);

        float[][] signal = [.. inputs.Chunk(300)];
        foreach (LayerInfo layer in TestNetwork<WideShape, Linear, Linear>.Layers)
        {
            float[] weights = layer.Weights(network.Parameters).ToArray();
            float[] biases = layer.Biases(network.Parameters).ToArray();
            signal = [.. signal.Select(x => biases.Select((bias, unit) => Chain(bias, x, weights.AsSpan(unit * x.Length))).ToArray())];
        }

        Assert.Equal(signal.SelectMany(row => row), outputs);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(120)]
    [InlineData(121)]
    public void A_row_has_the_same_bits_in_every_batch(int batch)
    {
        TestNetwork<WideShape, Gelu, Softmax> network = TestNetwork<WideShape, Gelu, Softmax>.Create(seed: 7);
        float[] inputs = TestLayers.NormalValues(300 * 250, seed: 8);
        var whole = new float[3 * 250];
        network.Forward(inputs, whole);

        for (int start = 0; start + batch <= 250; start += batch)
        {
            var part = new float[3 * batch];
            network.Forward(inputs.AsSpan(300 * start, 300 * batch), part);
            Assert.Equal(whole[(3 * start)..(3 * (start + batch))], part);
        }
    }

    [Fact]
    public void A_network_of_one_unit_works()
    {
        TestNetwork<SmallestShape, Tanh, Tanh> network = TestNetwork<SmallestShape, Tanh, Tanh>.Create(new float[] { 2, -1 });
        float[] outputs = new float[2];
        network.Forward([0.5f, 1], outputs);
        Assert.Equal(0, outputs[0]);
        Assert.Equal(Math.Tanh(1), outputs[1], 1e-7);
    }

    [Fact]
    public void An_empty_batch_has_no_outputs()
    {
        TestNetwork<OddShape, Tanh, Tanh>.Create(seed: 1).Forward([], []);
    }

    [Fact]
    public void Softmax_rows_sum_to_1_and_large_logits_do_not_overflow()
    {
        TestNetwork<SoftmaxShape, Softmax, Softmax> network =
            TestNetwork<SoftmaxShape, Softmax, Softmax>.Create(new float[] { 1, 2, 3, -1 });
        float[] outputs = new float[8];
        network.Forward([0.5f, 1e38f], outputs);
        Assert.Equal(1, outputs.Take(4).Sum(), 1e-6);
        Assert.Equal(Math.Exp(1.5) / new[] { 0.5, 1, 1.5, -0.5 }.Sum(Math.Exp), outputs[2], 1e-6);
        Assert.Equal([0, 0, 1, 0], outputs.Skip(4));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_value_that_is_not_finite_spoils_its_own_row_alone(float value)
    {
        TestNetwork<OddShape, Linear, Linear> network = TestNetwork<OddShape, Linear, Linear>.Create(seed: 9);
        float[] inputs = TestLayers.NormalValues(7 * 20, seed: 10);
        var sound = new float[5 * 20];
        network.Forward(inputs, sound);

        inputs[(7 * 13) + 2] = value;
        var spoiled = new float[5 * 20];
        network.Forward(inputs, spoiled);
        for (int i = 0; i < spoiled.Length; i++)
        {
            if (i / 5 == 13)
            {
                Assert.False(float.IsFinite(spoiled[i]));
            }
            else
            {
                Assert.Equal(sound[i], spoiled[i]);
            }
        }
    }

    private static float Chain(float bias, float[] inputs, ReadOnlySpan<float> weights)
    {
        float sum = bias;
        for (int i = 0; i < inputs.Length; i++)
        {
            sum = MathF.FusedMultiplyAdd(inputs[i], weights[i], sum);
        }

        return sum;
    }

    private sealed class SoftmaxShape : ITestShape
    {
        public static int[] Sizes => [1, 4];

        public static bool UseBias(int layer) => false;
    }
}
