using System;
using InitGen.Kernels;

namespace InitGen.Runtime.Tests.Kernels;

/// <summary>Networks that are written by hand and wrong: the passes refuse them before they touch any memory.</summary>
public class PassPlanTests
{
    public PassPlanTests()
    {
        HandWritten.Table = HandWritten.Right;
        HandWritten.ForwardOrder = [0, 1];
        HandWritten.BackwardOrder = [1, 0];
    }

    /// <summary>What is wrong with the second of two layers, 3 → 4 → 2, whose 26 parameters are 12 weights, 4 biases, 8 weights and 2
    /// biases; and what is said of it.</summary>
    public static TheoryData<int, int, int, int, string> Mistakes => new()
    {
        {
            -8,
            24,
            4,
            2,
            "Layers[1] of HandWritten, 'Second', has its Weights from -8, but they must start at 16, where what comes before them ends."
        },
        { 8, 24, 4, 2, "has its Weights from 8, but they must start at 16" }, // in the first layer
        { 24, 24, 4, 2, "has its Weights from 24, but they must start at 16" }, // beyond the end
        { int.MaxValue, 24, 4, 2, "has its Weights from 2147483647, but they must start at 16" },
        { 16, 26, 4, 2, "has its Biases from 26, but they must start at 24, where what comes before them ends." },
        { 16, 16, 4, 2, "has its Biases from 16, but they must start at 24" },
        { 16, -2, 4, 2, "has its Biases from -2, but they must start at 24" },
        { 16, int.MinValue, 4, 2, "has its Biases from -2147483648, but they must start at 24" },
        { 16, 24, 5, 2, "has 5 inputs, but what comes before it puts out 4 values." },
        { 16, 24, -4, 2, "has -4 inputs, but must have at least 1." },
        { 16, 24, 4, 0, "puts out 0 values, but must put out at least 1." },
        { 16, 24, 4, -1, "puts out -1 values, but must put out at least 1." },
        { 16, 28, 4, 3, "ends at 28, but must end at 26 or before, the number of parameters." },
        { 16, -1, 4, 1 << 30, "ends at 4294967312, but must end at 26 or before" }, // 2³², which is 0 for an int
        { 16, 20, 4, 1, "OutputSize of HandWritten is 2, but its last layer puts out 1 values." },
        { 16, -1, 4, 2, "Layers of HandWritten have 24 parameters, but ParameterCount is 26, and Parameters has 26 values." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_layer_in_the_wrong_place_is_refused_by_every_pass(int weights, int biases, int inputs, int units, string message)
    {
        HandWritten.Table = [HandWritten.First, Layer("Second", inputs, units, weights, biases)];
        AssertRefused(message, new HandWritten());
    }

    [Fact]
    public void Parameters_of_another_shape_than_the_kernel_takes_are_refused()
    {
        ParameterInfo weights = new("Weights", ParameterRole.Weight, [4, 2]) { Offset = 16 };
        ParameterInfo biases = new("Biases", ParameterRole.Bias, [2]) { Offset = 24 };
        HandWritten.Table = [HandWritten.First, HandWritten.Right[1] with { Parameters = [weights, biases] }];
        AssertRefused(
            "The parameters of 'Second', 4 → 2, must be weights in shape [2, 4] and, where it has any, biases in shape [2].", new HandWritten());
    }

    [Fact]
    public void A_network_without_layers_is_refused()
    {
        HandWritten.Table = [];
        AssertRefused("HandWritten has no layers, but must have at least one.", new HandWritten());
    }

    [Fact]
    public void Parameters_that_are_fewer_than_their_number_are_refused()
    {
        AssertRefused("ends at 26, but must end at 25 or before, the number of parameters.", new HandWritten(25));
        AssertRefused(
            "Layers of HandWritten have 26 parameters, but ParameterCount is 26, and Parameters has 27 values.", new HandWritten(27));
    }

    [Theory]
    [InlineData(new[] { 0 }, "1 of 2 layers were run forward.")]
    [InlineData(new int[0], "0 of 2 layers were run forward.")]
    [InlineData(new[] { 1, 0 }, "Layer 1 was run forward where layer 0 comes next.")]
    [InlineData(new[] { 0, 0 }, "Layer 0 was run forward where layer 1 comes next.")]
    [InlineData(new[] { 0, 1, 1 }, "Layer 1 was run forward where layer 2 comes next.")]
    public void Layers_that_are_not_run_in_their_order_are_refused(int[] order, string message)
    {
        HandWritten.ForwardOrder = order;
        AssertRefused(message, new HandWritten());
    }

    [Theory]
    [InlineData(new[] { 1 }, "1 of 2 layers were run backward.")]
    [InlineData(new[] { 0, 1 }, "Layer 0 was run backward where layer 1 comes next.")]
    [InlineData(new[] { 1, 1 }, "Layer 1 was run backward where layer 0 comes next.")]
    [InlineData(new[] { 1, 0, 0 }, "Layer 0 was run backward where layer -1 comes next.")]
    public void Layers_that_are_not_run_back_in_their_order_are_refused(int[] order, string message)
    {
        HandWritten.BackwardOrder = order;
        HandWritten network = new();
        Assert.Equal(
            message, Assert.Throws<InvalidOperationException>(() => network.Backward(new float[3], new float[2], new float[26])).Message);
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(
            () => network.MeasureBackward(new float[3], new float[2], new GradientStatistics[2])).Message);
    }

    private static void AssertRefused(string message, HandWritten network)
    {
        var outputs = new float[2];
        var gradients = new float[26];
        var statistics = new GradientStatistics[HandWritten.Layers.Length];
        Action[] passes =
        [
            () => network.Forward(new float[3], outputs),
            () => network.MeasureForward(new float[3], new LayerStatistics[HandWritten.Layers.Length]),
            () => network.Backward(new float[3], outputs, gradients),
            () => network.MeasureBackward(new float[3], outputs, statistics),
            () => new BatchedMeasurement<HandWritten>(network).Add(new float[3], outputs),
        ];
        foreach (Action pass in passes)
        {
            Assert.Contains(message, Assert.Throws<InvalidOperationException>(pass).Message, StringComparison.Ordinal);
        }

        Assert.All(outputs, output => Assert.Equal(0, output));
        Assert.All(gradients, gradient => Assert.Equal(0, gradient));
        Assert.All(statistics, layer => Assert.Equal(0, layer.Count));
    }

    private static LayerInfo Layer(string name, int inputs, int units, int weights, int biases) =>
        TestLayers.Table([1, 1], _ => true, typeof(Tanh), typeof(Tanh))[0] with
        {
            Name = name,
            Input = new(inputs),
            Output = new(units),
            Parameters =
            [
                new("Weights", ParameterRole.Weight, [units, inputs]) { Offset = weights },
                .. biases == -1 ? [] : new ParameterInfo[] { new("Biases", ParameterRole.Bias, [units]) { Offset = biases } },
            ],
        };

    /// <summary>A network of 3 inputs and 2 outputs that says of itself what a test wants.</summary>
    private sealed class HandWritten(int parameters = 26) : INetwork<HandWritten>
    {
        private readonly float[] _parameters = new float[parameters];

        public static LayerInfo First => Layer("First", 3, 4, 0, 12);

        public static LayerInfo[] Right => [First, Layer("Second", 4, 2, 16, 24)];

        public static LayerInfo[] Table { get; set; } = Right;

        public static int[] ForwardOrder { get; set; } = [0, 1];

        public static int[] BackwardOrder { get; set; } = [1, 0];

        public static int InputSize => 3;

        public static int OutputSize => 2;

        public static int ParameterCount => 26;

        public static ReadOnlySpan<LayerInfo> Layers => Table;

        public Span<float> Parameters => _parameters;

        public static HandWritten Create(ulong seed) => throw new NotSupportedException();

        public static HandWritten Create(Memory<float> parameters) => throw new NotSupportedException();

        public static void ForwardLayers(ref ForwardPass pass)
        {
            foreach (int layer in ForwardOrder)
            {
                DenseKernel.Forward(ref pass, layer, default(Tanh));
            }
        }

        public static void BackwardLayers(ref BackwardPass pass)
        {
            foreach (int layer in BackwardOrder)
            {
                DenseKernel.Backward(ref pass, layer, default(Tanh));
            }
        }

        public void Initialize(ulong seed) => throw new NotSupportedException();

        public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => NetworkPass.Forward(this, inputs, outputs);

        public void MeasureForward(ReadOnlySpan<float> inputs, Span<LayerStatistics> statistics) =>
            NetworkPass.MeasureForward(this, inputs, statistics);

        public void Backward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> parameterGradients) =>
            NetworkPass.Backward(this, inputs, outputGradients, parameterGradients);

        public void MeasureBackward(
            ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<GradientStatistics> statistics) =>
            NetworkPass.MeasureBackward(this, inputs, outputGradients, statistics);
    }
}
