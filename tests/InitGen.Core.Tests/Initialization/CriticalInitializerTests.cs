using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Activations;
using InitGen.Layers;
using InitGen.Propagation;
using InitGen.Tests.Reference;

namespace InitGen.Tests.Initialization;

public class CriticalInitializerTests
{
    private const int Width = 300;

    public static TheoryData<Activation> Activations =>
        [.. Enum.GetValues<Activation>().Where(activation => activation != Activation.Softplus)];

    // Of an independent quadrature; the second and third tanh are those of Xiao et al. 2018 (σ² = 1.05) and Schoenholz et al. 2017 (σ² = 1.76).
    [Theory]
    [InlineData(Activation.Tanh, 0.2, 1.304146, 0.51208)]
    [InlineData(Activation.Tanh, 0.0044838823, 1.0246951, 0.0259209)]
    [InlineData(Activation.Tanh, 0.2233472, 1.3267630, 0.5694)]
    [InlineData(Activation.Tanh, 1, 1.855589, 3.0364)]
    [InlineData(Activation.Elu, 0.05, 1.131870, 0.18917)]
    [InlineData(Activation.Elu, 1, 1.357977, 21.778)]
    [InlineData(Activation.Softsign, 0.1, 1.512868, 0.15396)]
    [InlineData(Activation.Softsign, 0.5, 2.166227, 1.1769)]
    [InlineData(Activation.Silu, 1, 1.402512, 39.395)]
    [InlineData(Activation.Gelu, 0.5, 1.399868, 6.4341)]
    [InlineData(Activation.Gelu, 0.41584, 1.40821, 3.5616)]
    [InlineData(Activation.HardTanh, 0.05, 1.008853, 0.17705)]
    [InlineData(Activation.HardTanh, 0.2, 1.068609, 0.42329)]
    [InlineData(Activation.HardTanh, 1, 1.439690, 2.3878)]
    [InlineData(Activation.HardSwish, 0.71214173, 1.404738, 4.8039)]
    [InlineData(Activation.GeluTanh, 0.41580668, 1.408151, 3.5568)]
    public void Points_are_those_of_the_literature(Activation activation, double biasStdDev, double weightStdDev, double variance)
    {
        var function = ActivationFunction.Of(activation);
        CriticalPoint point = Assert.NotNull(CriticalPoint.Of(function, biasStdDev));
        GaussianMoments moments = GaussianMoments.Of(function, 0, Math.Sqrt(point.Variance));
        Close.Equal(weightStdDev, Math.Sqrt(point.WeightVariance(function, double.NaN)), 2e-5);
        Close.Equal(point.WeightVariance(function, double.NaN), (point.Variance - point.BiasVariance) / moments.ActivationSecondMoment, 1e-7);
        Close.Equal(variance, point.Variance, 1e-3);
    }

    [Theory]
    [InlineData(Activation.Silu, 0.7)]
    [InlineData(Activation.Gelu, 0.41)]
    [InlineData(Activation.Mish, 0.3)]
    [InlineData(Activation.HardSwish, 0.7)]
    public void A_point_at_which_fluctuations_grow_is_refused(Activation activation, double biasStdDev) =>
        Assert.Null(CriticalPoint.Of(ActivationFunction.Of(activation), biasStdDev));

    [Theory]
    [InlineData(Activation.Softplus, 0)]
    [InlineData(Activation.Softplus, 0.5)]
    [InlineData(Activation.Relu, 0.1)]
    [InlineData(Activation.LeakyRelu, 0.1)]
    [InlineData(Activation.Linear, 0.1)]
    [InlineData(Activation.Tanh, double.NaN)]
    [InlineData(Activation.Tanh, 1e30)]
    public void There_is_not_always_a_point(Activation activation, double biasStdDev) =>
        Assert.Null(CriticalPoint.Of(ActivationFunction.Of(activation), biasStdDev));

    [Theory]
    [InlineData(Activation.Relu, 2)]
    [InlineData(Activation.Linear, 1)]
    [InlineData(Activation.Tanh, 1)]
    [InlineData(Activation.Softsign, 1)]
    [InlineData(Activation.Relu6, 2)]
    [InlineData(Activation.HardTanh, 1)]
    public void Without_noise_the_weights_are_the_classical_ones(Activation activation, double variance) => Assert.All(
        Resolve(activation, 0, 4),
        layer => Close.Equal(variance / Width, layer.Weights!.Variance, 4e-4));

    // Towards a fixed point near 0 the gradient shrinks as a power of the depth, not exponentially.
    [Theory]
    [MemberData(nameof(Activations))]
    public void A_hundred_layers_keep_a_part_of_the_gradient(Activation activation)
    {
        NetworkSpec network = Network(activation, 0, 100);
        IReadOnlyList<LayerPrediction> predicted = SignalPropagation.Predict(network, LayerResolution.Resolve(network)).Layers;
        Assert.InRange(predicted[0].GradientStdDev, 1e-3, 2);
        Assert.InRange(predicted[^1].ActivationStdDev, 0.005, 8);
    }

    [Theory]
    [InlineData(Activation.Tanh, 0.2)]
    [InlineData(Activation.Elu, 0.3)]
    [InlineData(Activation.Selu, 0.5)]
    [InlineData(Activation.Softsign, 0.1)]
    [InlineData(Activation.Silu, 0)]
    [InlineData(Activation.Gelu, 0.5)]
    [InlineData(Activation.Mish, 0)]
    [InlineData(Activation.Sigmoid, 0)]
    [InlineData(Activation.HardTanh, 0.2)]
    [InlineData(Activation.HardSwish, 0)]
    [InlineData(Activation.HardSigmoid, 0)]
    public void The_first_layer_takes_any_input_to_the_fixed_point(Activation activation, double biasStdDev)
    {
        NetworkSpec network = Network(activation, biasStdDev, 100) with { InputMean = 3, InputStdDev = 5 };
        IReadOnlyList<LayerPrediction> predicted = SignalPropagation.Predict(network, LayerResolution.Resolve(network)).Layers;
        double expected = Math.Sqrt(CriticalPoint.Of(ActivationFunction.Of(activation), biasStdDev)!.Value.Variance);

        // Weights and noise are rounded to six digits, and where χ∥ is 1, a hundred roundings add up.
        Assert.All(predicted, layer => Close.Equal(expected, layer.PreActivationStdDev, 6e-4));
        Close.Equal(1, predicted[0].GradientStdDev, 1e-3);
    }

    [Theory]
    [InlineData(Activation.Tanh, 0.2, Init.Critical)]
    [InlineData(Activation.Elu, 0.3, Init.Critical)]
    [InlineData(Activation.Mish, 0, Init.Critical)]
    [InlineData(Activation.Gelu, 0, Init.Auto)]
    public void All_layers_of_a_deep_stack_but_the_first_have_the_same_weights(Activation activation, double biasStdDev, Init init)
    {
        NetworkSpec network = Network(activation, biasStdDev, 60);
        DenseSpec stack = (DenseSpec)network.Layers[0] with { Weights = init };
        IReadOnlyList<ResolvedLayer> layers = LayerResolution.Resolve(network with
        {
            Layers = new([stack, new DenseSpec { Name = "Output", Units = 3, Activation = Activation.Linear }]),
        });
        Assert.Single(layers.Skip(2).Take(58).Select(static layer => layer.Weights!.Distribution).Distinct());
    }

    [Fact]
    public void Noise_that_is_written_stays_as_written() =>
        Assert.All(Resolve(Activation.Tanh, 0.123456789, 3), layer => Assert.Equal(0.123456789, layer.BiasStdDev));

    [Fact]
    public void Behind_weights_of_which_nothing_is_known_a_layer_has_those_of_a_stack()
    {
        NetworkSpec network = Network(Activation.Tanh, 0.2, 2);
        network = network with
        {
            Layers = new([new DenseSpec { Name = "Before", Units = Width, Weights = Init.Identity }, .. network.Layers]),
        };
        Close.Equal(1.304146 * 1.304146 / Width, LayerResolution.Resolve(network)[1].Weights!.Variance, 1e-5);
    }

    private static IReadOnlyList<ResolvedLayer> Resolve(Activation activation, double biasStdDev, int depth) =>
        LayerResolution.Resolve(Network(activation, biasStdDev, depth));

    private static NetworkSpec Network(Activation activation, double biasStdDev, int depth) => new()
    {
        Input = new(Width),
        InputMean = 0,
        InputStdDev = 1,
        Layers = new(
        [
            new DenseSpec { Name = "A", Units = Width, Activation = activation, Weights = Init.Critical, BiasStdDev = biasStdDev, Repeat = depth },
        ]),
    };
}
