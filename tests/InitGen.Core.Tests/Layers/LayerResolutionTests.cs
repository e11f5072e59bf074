using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Initialization;
using InitGen.Layers;
using InitGen.Propagation;

namespace InitGen.Tests.Layers;

public class LayerResolutionTests
{
    private static readonly NetworkSpec Network = new()
    {
        Input = new(7),
        Layers = new(
        [
            new DenseSpec { Name = "First", Units = 5, Activation = Activation.Relu, Bias = 0.1, BiasStdDev = 0.2 },
            new DenseSpec
            {
                Name = "Hidden",
                Units = 4,
                Activation = Activation.Gelu,
                Repeat = 3,
                IsStack = true,
                UseBias = false,
                Bias = 9,
                BiasStdDev = 9,
            },
            new DenseSpec { Name = "Output", Units = 2, Activation = Activation.Softmax },
        ]),
    };

    [Fact]
    public void Stacks_are_spelled_out_and_each_layer_feeds_the_next()
    {
        IReadOnlyList<ResolvedLayer> layers = LayerResolution.Resolve(Network);
        Assert.Equal(["First", "Hidden.0", "Hidden.1", "Hidden.2", "Output"], layers.Select(layer => layer.Name));
        Assert.Equal([7, 5, 4, 4, 4], layers.Select(layer => layer.FanIn));
        Assert.Equal([5, 4, 4, 4, 2], layers.Select(layer => layer.Units));
    }

    [Fact]
    public void Parameters_lie_layer_by_layer_weights_before_biases()
    {
        IReadOnlyList<ResolvedLayer> layers = LayerResolution.Resolve(Network);
        Assert.Equal([0, 40, 60, 76, 92], layers.Select(layer => layer.Weights!.Offset));
        Assert.Equal([35, -1, -1, -1, 100], layers.Select(layer => layer.Biases?.Offset ?? -1));
        Assert.Equal(102, LayerResolution.CountParameters(Network));
    }

    [Fact]
    public void A_layer_without_biases_has_none_of_their_values()
    {
        IReadOnlyList<ResolvedLayer> layers = LayerResolution.Resolve(Network);
        Assert.Equal((true, 0.1, 0.2), (layers[0].Biases is not null, layers[0].Bias, layers[0].BiasStdDev));
        Assert.Equal((false, 0, 0), (layers[1].Biases is not null, layers[1].Bias, layers[1].BiasStdDev));
    }

    [Fact]
    public void Auto_is_decided_for_the_fan_in_of_each_layer()
    {
        IReadOnlyList<ResolvedLayer> layers = LayerResolution.Resolve(Network);
        Assert.Equal(
            [Init.HeNormal, Init.LeCunNormal, Init.LeCunNormal, Init.LeCunNormal, Init.LeCunNormal],
            layers.Select(layer => layer.Weights!.Initializer.Init));
        Assert.Equal(new NormalWeights(Math.Sqrt(2.0 / 7)), layers[0].Weights!.Distribution);

        // 1/√Φ(b/σ) behind a ReLU with bias b and pre-activations of standard deviation σ = √(2 + 0.2²).
        Assert.Equal("N(0, σ²), σ = 1.37632·√(1/5)", layers[1].Weights!.Formula);
        Assert.NotEqual(layers[2].Weights!.Distribution, layers[3].Weights!.Distribution);
        Assert.Equal(2.0 / 7, layers[0].Weights!.Variance, 15);
    }

    [Fact]
    public void A_kind_without_a_theory_passes_what_comes_in_on_as_unknown()
    {
        var network = new NetworkSpec
        {
            Input = new(3),
            Layers = new([new StrangeSpec { Name = "Odd" }, new DenseSpec { Name = "Output", Units = 2, Weights = Init.LeCunNormal }]),
        };
        IReadOnlyList<ResolvedLayer> layers = LayerResolution.Resolve(network);
        Assert.Equal((new Shape(3, 5), new Shape(2)), (layers[0].Output, layers[1].Output));
        Assert.Empty(layers[0].Parameters);
        IReadOnlyList<LayerPrediction> predicted = SignalPropagation.Predict(network, layers).Layers;
        Assert.Equal(double.NaN, predicted[0].ActivationStdDev);
        Assert.Equal(double.NaN, predicted[1].PreActivationStdDev);
    }

    [Fact]
    public void A_stack_of_one_layer_is_numbered_too()
    {
        var network = new NetworkSpec { Input = new(3), Layers = new([new DenseSpec { Name = "Hidden", Units = 3, IsStack = true }]) };
        Assert.Equal("Hidden.0", Assert.Single(LayerResolution.Resolve(network)).Name);
    }

    [Fact]
    public void Counts_agree_with_the_layers_spelled_out()
    {
        IReadOnlyList<ResolvedLayer> layers = LayerResolution.Resolve(Network);
        Assert.Equal(layers.Count, LayerResolution.CountLayers(Network));
        int parameters = layers.Sum(layer => layer.Units * (layer.FanIn + (layer.Biases is null ? 0 : 1)));
        Assert.Equal(parameters, LayerResolution.CountParameters(Network));
    }

    [Fact]
    public void The_largest_network_that_an_int_counts_is_resolved_and_the_next_is_refused()
    {
        NetworkSpec largest = Chain(inputs: 65_535, units: 32_767, useBias: true); // 32,767·65,536 = 2³¹ − 2¹⁶
        Assert.Equal(2_147_418_112, LayerResolution.CountParameters(largest));
        Assert.Equal(2_147_385_345, Assert.Single(LayerResolution.Resolve(largest)).Biases!.Offset);

        NetworkSpec tooLarge = Chain(inputs: 65_536, units: 32_768, useBias: false); // 2³¹
        Assert.Equal(2_147_483_648, LayerResolution.CountParameters(tooLarge));
        Assert.Throws<OverflowException>(() => LayerResolution.Resolve(tooLarge));
    }

    [Fact]
    public void Sizes_as_large_as_an_int_are_counted_without_overflow_or_delay()
    {
        const long Largest = int.MaxValue;
        Assert.Equal(Largest * Largest, LayerResolution.CountParameters(Chain(int.MaxValue, int.MaxValue, useBias: false)));

        NetworkSpec stack = Chain(int.MaxValue, int.MaxValue, useBias: true, repeat: int.MaxValue);
        Assert.Equal(Largest, LayerResolution.CountLayers(stack));
        Assert.Equal(long.MaxValue, LayerResolution.CountParameters(stack));

        NetworkSpec narrow = Chain(1, 1, useBias: true, repeat: int.MaxValue);
        Assert.Equal(2 * Largest, LayerResolution.CountParameters(narrow));
    }

    [Fact]
    public void Shapes_are_followed_through_a_stack_that_changes_them()
    {
        var network = new NetworkSpec
        {
            Input = new(3, 11),
            Layers = new([
                new GroupedConvolutionSpec { Name = "Convs", Units = 4, Windows = new([new Window(3)]), Repeat = 4 },
                new FlattenSpec { Name = "Flat" },
                new DenseSpec { Name = "Output", Units = 2 },
            ]),
        };
        Assert.Equal([3, 4, 4, 4], LayerResolution.Steps(network.Layers[0], network.Input).Select(static step => step[0].Units));
        Assert.Equal([11, 9, 7, 5], LayerResolution.Steps(network.Layers[0], network.Input).Select(static step => step[0][0]));
        Assert.Equal(new Shape(4, 3), LayerResolution.OutputOf(network.Layers[0], network.Input));
        Assert.Equal(40 + (3 * 52) + 26, LayerResolution.CountParameters(network));
        Assert.Equal(LayerResolution.CountParameters(network), LayerResolution.Resolve(network).Sum(static layer => layer.Parameters.Sum(static parameter => (int)parameter.Count)));
    }

    [Fact]
    public void A_network_without_layers_has_no_parameters()
    {
        var network = new NetworkSpec { Input = new(3), Layers = new([]) };
        Assert.Equal(0, LayerResolution.CountLayers(network));
        Assert.Equal(0, LayerResolution.CountParameters(network));
        Assert.Empty(LayerResolution.Resolve(network));
    }

    private static NetworkSpec Chain(int inputs, int units, bool useBias, int repeat = 1) => new()
    {
        Input = new(inputs),
        Layers = new([new DenseSpec { Name = "Layer", Units = units, UseBias = useBias, Repeat = repeat }]),
    };

    private sealed record StrangeSpec : LayerSpec
    {
        public override string Kind => "Strange";

        public override string Description => "strange";

        public override Shape OutputOf(EquatableArray<Shape> inputs) => new(inputs[0].Units, 5);
    }
}
