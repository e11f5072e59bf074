using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Activations;
using InitGen.Initialization;
using InitGen.Layers;
using InitGen.Propagation;
using InitGen.Tests.Reference;

namespace InitGen.Tests.Initialization;

public class AutoInitializerTests
{
    public static TheoryData<Activation> DecidedBySignal =>
    [
        Activation.Elu, Activation.Gelu, Activation.Silu, Activation.Mish, Activation.Softplus, Activation.Softsign, Activation.GeluTanh,
        Activation.HardSwish,
    ];

    [Theory]
    [InlineData(Activation.Linear, Init.XavierUniform, 1)]
    [InlineData(Activation.Relu, Init.HeNormal, 1)]
    [InlineData(Activation.LeakyRelu, Init.HeNormal, 1)]
    [InlineData(Activation.Selu, Init.LeCunNormal, 1)]
    [InlineData(Activation.Sigmoid, Init.XavierUniform, 4)]
    [InlineData(Activation.Tanh, Init.XavierUniform, 1)]
    [InlineData(Activation.Softmax, Init.XavierUniform, 1)]
    [InlineData(Activation.Relu6, Init.HeNormal, 1)]
    [InlineData(Activation.HardSigmoid, Init.LeCunNormal, 4)]
    [InlineData(Activation.HardTanh, Init.XavierUniform, 1)]
    public void Where_a_classical_initializer_suits_the_activation_decides(Activation activation, Init init, double gain)
    {
        DenseSpec layer = Layer(activation);
        InitializerSpec decided = InitializerDefinition.Of(Init.Auto).SpellOut(Init.Auto, activation);
        Assert.Equal(init, decided.Init);
        Assert.Equal(gain, decided.Gain);
        Assert.Equal(InitializerDefinition.Of(init).Resolve(decided, new(30, 20, activation)), Assert.Single(Resolve(30, layer)).Weights!.Distribution);
    }

    [Theory]
    [MemberData(nameof(DecidedBySignal))]
    public void Elsewhere_hidden_layers_keep_the_gradient(Activation activation)
    {
        IReadOnlyList<LayerPrediction> predicted = Predict(256, Layer(activation, 256, 9), Layer(Activation.Linear, 256));
        Assert.All(predicted.Take(9), layer => Close.Equal(predicted[0].GradientStdDev, layer.GradientStdDev, 1e-5));
    }

    [Theory]
    [MemberData(nameof(DecidedBySignal))]
    public void Gains_have_no_digits_that_differ_from_machine_to_machine(Activation activation) => Assert.All(
        Resolve(784, Layer(activation, 100, 5), Layer(Activation.Softmax)),
        static layer => Assert.DoesNotMatch("[0-9.]{9}·", layer.Weights!.Formula));

    [Theory]
    [MemberData(nameof(DecidedBySignal))]
    public void The_first_layer_has_preactivations_of_variance_1_whatever_the_scale_of_the_input(Activation activation)
    {
        NetworkSpec network = Network(784, Layer(activation, 100, 3)) with { InputMean = 120, InputStdDev = 64 };
        IReadOnlyList<LayerPrediction> predicted = SignalPropagation.Predict(network, LayerResolution.Resolve(network)).Layers;
        Close.Equal(1, predicted[0].PreActivationStdDev, 1e-5);
    }

    [Theory]
    [MemberData(nameof(DecidedBySignal))]
    public void The_logits_behind_such_layers_have_a_variance_of_at_most_1(Activation activation)
    {
        DenseSpec[] layers = [Layer(activation, 256, 10), Layer(Activation.Softmax, 10) with { Name = "Output" }];
        IReadOnlyList<LayerPrediction> predicted = Predict(784, layers);
        double incoming = Math.Sqrt(Math.Pow(predicted[9].ActivationMean, 2) + Math.Pow(predicted[9].ActivationStdDev, 2));
        Close.Equal(Math.Min(incoming, 1), predicted[10].ActivationStdDev, 1e-5);
        Assert.Equal(Init.LeCunNormal, Resolve(784, layers)[10].Weights!.Initializer.Init);

        var network = new NetworkSpec { Input = new(784), Layers = new EquatableArray<LayerSpec>(layers) };
        Assert.Equal(Resolve(784, layers), LayerResolution.Resolve(LayerResolution.SpellOut(network)));
    }

    // Measured on the kernels of the package, 256 units, three seeds: gradients at depth 1 over those at depth 10, and the standard deviation
    // of the activations there.
    [Theory]
    [InlineData(Activation.Elu, 0.70)]
    [InlineData(Activation.Softplus, 3.9)]
    [InlineData(Activation.Softsign, 0.30)]
    public void Ten_layers_have_the_signal_that_was_measured(Activation activation, double measured)
    {
        LayerPrediction tenth = Predict(256, Layer(activation, 256, 11))[9];
        Assert.InRange(measured / tenth.ActivationStdDev, Math.Exp(-3 * tenth.ActivationSpread) / 1.02, Math.Exp(3 * tenth.ActivationSpread) * 1.02);
    }

    // σ_w², σ_b² and the standard deviation at the fixed point: Roberts, Yaida and Hanin 2022, section 5.3.4, for GELU and SiLU (swish).
    [Theory]
    [InlineData(Activation.Gelu, 1.9831, 0.1729, 3.56)]
    [InlineData(Activation.Silu, 1.9880, 0.5551, 14.32)]
    [InlineData(Activation.Mish, 2.0135, 0.0945, 1.67)]
    [InlineData(Activation.GeluTanh, 1.9829, 0.1729, 3.557)]
    [InlineData(Activation.HardSwish, 1.9733, 0.5071, 4.804)]
    public void Where_the_signal_of_a_deep_network_cannot_be_predicted_it_starts_at_the_critical_point(
        Activation activation, double weights, double biases, double variance)
    {
        DenseSpec[] layers = [Layer(activation, 256, 100), Layer(Activation.Softmax, 10) with { Name = "Output" }];
        IReadOnlyList<ResolvedLayer> resolved = Resolve(256, layers);
        IReadOnlyList<LayerPrediction> predicted = Predict(256, layers);
        Assert.All(resolved.Skip(1).Take(99), layer => Close.Equal(weights, 256 * layer.Weights!.Variance, 1e-4));
        Assert.All(resolved.Take(100), layer => Close.Equal(biases, layer.BiasStdDev * layer.BiasStdDev, 1e-3));
        Assert.All(predicted.Take(100), layer => Close.Equal(variance, layer.PreActivationStdDev * layer.PreActivationStdDev, 1e-3));
        Assert.All(predicted.Take(100), layer => Close.Equal(predicted[0].GradientStdDev, layer.GradientStdDev, 1e-3));
        Assert.InRange(predicted[99].ActivationSpread, 0, 0.9);
        Assert.Equal(0, Resolve(256, Layer(activation, 256, 3), layers[1])[0].BiasStdDev);
    }

    // As docs/concepts.md says.
    [Theory]
    [InlineData(Activation.Gelu, 256, 11)]
    [InlineData(Activation.Silu, 256, 11)]
    [InlineData(Activation.Mish, 256, 18)]
    [InlineData(Activation.GeluTanh, 256, 11)]
    [InlineData(Activation.HardSwish, 256, 11)]
    [InlineData(Activation.Gelu, 64, 7)]
    [InlineData(Activation.Silu, 64, 7)]
    [InlineData(Activation.Mish, 64, 10)]
    [InlineData(Activation.GeluTanh, 64, 7)]
    [InlineData(Activation.HardSwish, 64, 6)]
    public void Shallower_networks_have_no_noise_on_their_biases(Activation activation, int width, int depth)
    {
        LayerSpec output = Layer(Activation.Softmax, 10) with { Name = "Output" };
        Assert.Equal(0, Resolve(width, Layer(activation, width, depth - 1), output)[0].BiasStdDev);
        Assert.NotEqual(0, Resolve(width, Layer(activation, width, depth), output)[0].BiasStdDev);
    }

    [Theory]
    [MemberData(nameof(DecidedBySignal))]
    public void Behind_what_cannot_be_predicted_a_layer_starts_as_behind_another_of_its_kind(Activation activation)
    {
        DenseSpec unknown = Layer(Activation.Tanh, 30) with { Name = "Unknown", Weights = Init.Identity };
        double expected = 1 / ActivationFunction.Of(activation).DerivativeSecondMoment / 30;
        Close.Equal(expected, Resolve(30, unknown, Layer(activation, 30, 2))[1].Weights!.Variance, 1e-5);
    }

    [Fact]
    public void Inputs_that_are_always_0_have_weights_too() => Assert.All(
        LayerResolution.Resolve(Network(30, Layer(Activation.Gelu, 30, 2)) with { InputStdDev = 0 }),
        static layer => Assert.InRange(layer.Weights!.Variance, 0.01, 1));

    [Fact]
    public void Auto_makes_up_for_the_slope_of_a_leaky_relu()
    {
        WeightContext context = new(30, 20, new(Activation.LeakyRelu, 0.5));
        Close.Equal(2 / 1.25 / 30, InitializerDefinition.Of(Init.Auto).Resolve(Init.Auto, context).Variance(30, 20), 1e-14);
    }

    [Fact]
    public void A_layer_that_names_its_initializer_is_left_alone()
    {
        ResolvedLayer layer = Resolve(30, Layer(Activation.Gelu) with { Weights = new() { Init = Init.XavierNormal, Gain = 2 } })[0];
        Assert.Equal(Init.XavierNormal, layer.Weights!.Initializer.Init);
        Close.Equal(4 * 2.0 / (30 + 20), layer.Weights!.Variance, 1e-14);
    }

    private static DenseSpec Layer(Activation activation, int units = 20, int repeat = 1) =>
        new() { Name = "Layer", Units = units, Activation = activation, Repeat = repeat };

    private static NetworkSpec Network(int inputs, params LayerSpec[] layers) =>
        new() { Input = new(inputs), Layers = new EquatableArray<LayerSpec>(layers) };

    private static IReadOnlyList<ResolvedLayer> Resolve(int inputs, params LayerSpec[] layers) =>
        LayerResolution.Resolve(Network(inputs, layers));

    private static IReadOnlyList<LayerPrediction> Predict(int inputs, params LayerSpec[] layers) =>
        SignalPropagation.Predict(Network(inputs, layers), Resolve(inputs, layers)).Layers;
}
