using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Activations;
using InitGen.Initialization;
using InitGen.Layers;
using InitGen.Propagation;
using InitGen.Tests.Reference;

namespace InitGen.Tests.Propagation;

public class SignalPropagationTests
{
    private static readonly IReadOnlyList<ReferenceNetwork> References = ReferenceNetwork.ReadAll();

    public static TheoryData<string> ReferenceNames => [.. References.Select(reference => reference.Name)];

    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    [Theory]
    [MemberData(nameof(ReferenceNames))]
    public void Every_layer_of_every_reference_network_is_reproduced(string name)
    {
        ReferenceNetwork reference = References.Single(network => network.Name == name);
        IReadOnlyList<ResolvedLayer> layers = LayerResolution.Resolve(reference.Specification);
        IReadOnlyList<LayerPrediction> actual = SignalPropagation.Predict(reference.Specification, layers).Layers;
        Assert.Equal(reference.Predicted.Count, actual.Count);
        for (int i = 0; i < actual.Count; i++)
        {
            Dictionary<string, double> expected = reference.Predicted[i];
            Assert.Equal(7, expected.Count);
            Close.Equal(expected["weightStdDev"], Math.Sqrt(layers[i].Weights!.Variance), 1e-14);
            Assert.Equal(expected["preActivationMean"], actual[i].PreActivationMean);
            Close.Equal(expected["preActivationStdDev"], actual[i].PreActivationStdDev, 1e-9);
            Close.Equal(expected["activationMean"], actual[i].ActivationMean, 1e-9, 1e-15);
            Close.Equal(expected["activationStdDev"], actual[i].ActivationStdDev, 1e-9);
            Close.Equal(expected["saturatedFraction"], actual[i].SaturatedFraction, 1e-7, 1e-15);
            Close.Equal(expected["gradientStdDev"], actual[i].GradientStdDev, 1e-9);
        }
    }

    [Fact]
    public void A_layer_that_cannot_be_predicted_hides_the_signal_after_it_and_the_gradient_before_it()
    {
        LayerPrediction[] predicted = Predict(
            Dense(Activation.Tanh),
            Dense(Activation.Relu),
            Dense(Activation.Tanh) with { Weights = new() { Init = Init.Custom, Type = "global::My" } },
            Dense(Activation.Tanh),
            Dense(Activation.Softmax));

        Assert.All(predicted[..2], layer => Assert.All(ForwardNumbers(layer), number => Assert.True(double.IsFinite(number))));
        Assert.All(predicted[2..], layer => Assert.All(ForwardNumbers(layer), number => Assert.Equal(double.NaN, number)));
        Assert.All(predicted[..4], layer => Assert.Equal(double.NaN, layer.GradientStdDev));
        Assert.Equal(1, predicted[4].GradientStdDev);
    }

    [Fact]
    public void A_custom_layer_that_tells_its_variance_is_predicted_as_any_other_of_that_variance()
    {
        DenseSpec custom = Dense(Activation.Tanh) with
        {
            Weights = new() { Init = Init.Custom, Type = "global::My", TypeVariance = new DeclaredVariance(0.81, FanMode.In) },
            Repeat = 3,
        };
        DenseSpec normal = Dense(Activation.Tanh) with { Weights = new() { Init = Init.LeCunNormal, Gain = 0.9 }, Repeat = 3 };
        foreach ((LayerPrediction one, LayerPrediction other) in Predict(custom, Dense(Activation.Softmax)).Zip(Predict(normal, Dense(Activation.Softmax))))
        {
            Assert.All(ForwardNumbers(one).Zip(ForwardNumbers(other)), numbers => Close.Equal(numbers.Second, numbers.First, 1e-12));
            Close.Equal(other.GradientStdDev, one.GradientStdDev, 1e-12);
        }
    }

    [Theory]
    [InlineData(Init.Ones)]
    [InlineData(Init.Constant)]
    [InlineData(Init.Identity)]
    [InlineData(Init.Custom)]
    public void Weights_that_are_not_independent_are_not_predicted(Init init)
    {
        LayerPrediction predicted = Assert.Single(Predict(Dense(Activation.Tanh) with { Weights = new() { Init = init, Value = 0.1 } }));
        Assert.Equal(double.NaN, predicted.ActivationStdDev);
        Assert.Equal(1, predicted.GradientStdDev);
    }

    [Fact]
    public void Zero_weights_leave_the_biases_and_stop_the_gradient()
    {
        LayerPrediction[] predicted = Predict(
            Dense(Activation.Tanh),
            Dense(Activation.Tanh) with { Weights = Init.Zeros, Bias = 0.5, BiasStdDev = 0.2 },
            Dense(Activation.Sigmoid) with { Weights = Init.Zeros },
            Dense(Activation.Linear) with { Weights = new() { Init = Init.Normal, StdDev = 0.1 } });

        Assert.Equal((0.5, 0.2), (predicted[1].PreActivationMean, predicted[1].PreActivationStdDev));
        Assert.Equal([0, 0, 0.5, 0, 0], ForwardNumbers(predicted[2]));
        Close.Equal(0.1 * Math.Sqrt(100 * 0.25), predicted[3].PreActivationStdDev, 1e-14);
        Close.Equal(0.1 * Math.Sqrt(100) * 0.25, predicted[2].GradientStdDev, 1e-14);
        Assert.Equal((0, 0), (predicted[0].GradientStdDev, predicted[1].GradientStdDev));
    }

    [Fact]
    public void Zero_weights_hide_even_what_is_unknown()
    {
        LayerPrediction[] predicted = Predict(
            Dense(Activation.Tanh) with { Weights = Init.Ones },
            Dense(Activation.Tanh) with { Weights = Init.Zeros, Bias = 0.5 });
        Assert.Equal((0.5, 0, 0), (predicted[1].PreActivationMean, predicted[1].PreActivationStdDev, predicted[1].ActivationStdDev));
        Assert.Equal(0, predicted[0].GradientStdDev);
    }

    [Fact]
    public void Zero_weights_and_biases_leave_relu_units_inactive()
    {
        LayerPrediction predicted = Assert.Single(Predict(Dense(Activation.Relu) with { Weights = Init.Zeros }));
        Assert.Equal((0, 0, 1), (predicted.ActivationMean, predicted.ActivationStdDev, predicted.SaturatedFraction));
    }

    [Fact]
    public void The_input_counts_by_its_second_moment()
    {
        var network = new NetworkSpec
        {
            Input = new(100),
            InputMean = 3,
            InputStdDev = 4,
            Layers = new([Dense(Activation.Linear) with { Weights = new() { Init = Init.Normal, StdDev = 0.1 } }]),
        };
        LayerPrediction predicted = Assert.Single(SignalPropagation.Predict(network, LayerResolution.Resolve(network)).Layers);
        Close.Equal(5, predicted.PreActivationStdDev, 1e-14);
    }

    [Fact]
    public void Under_relu_He_keeps_the_variance_and_Xavier_halves_it()
    {
        LayerPrediction[] he = Predict(Dense(Activation.Relu) with { Weights = Init.HeUniform, Repeat = 50 });
        LayerPrediction[] xavier = Predict(Dense(Activation.Relu) with { Weights = Init.XavierUniform, Repeat = 50 });
        for (int i = 0; i < 50; i++)
        {
            Close.Equal(Math.Sqrt(2), he[i].PreActivationStdDev, 1e-12);
            Close.Equal(1, he[i].GradientStdDev, 1e-12);
            Close.Equal(Math.Pow(0.5, i / 2.0), xavier[i].PreActivationStdDev, 1e-12);
            Close.Equal(Math.Pow(0.5, (49 - i) / 2.0), xavier[i].GradientStdDev, 1e-12);
        }
    }

    [Theory]
    [InlineData(Activation.Linear)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.LeakyRelu)]
    [InlineData(Activation.Selu)]
    public void Auto_keeps_unit_variance_from_one_pre_activation_to_the_next(Activation activation)
    {
        LayerPrediction[] predicted = Predict(Dense(activation) with { Weights = Init.LeCunNormal }, Dense(activation));
        Close.Equal(1, predicted[0].PreActivationStdDev, 1e-14);
        Close.Equal(1, predicted[1].PreActivationStdDev, 1e-14);
    }

    [Fact]
    public void A_deep_stack_at_its_fixed_point_reads_the_same_at_every_layer()
    {
        LayerPrediction[] predicted = Predict(Dense(Activation.Selu) with { Repeat = 10_000 });
        Assert.Equal(10_000, predicted.Length);
        Assert.All(predicted, layer => Close.Equal(1, layer.ActivationStdDev, 1e-10));
        Assert.All(predicted, layer => Close.Equal(0, layer.ActivationMean, 0, 1e-10));
    }

    [Fact]
    public void What_is_zero_by_symmetry_is_exactly_zero()
    {
        foreach (Activation activation in (Activation[])[Activation.Linear, Activation.Tanh, Activation.Softsign, Activation.Softmax])
        {
            foreach (double stdDev in (double[])[1e-9, 1e-3, 0.1, 1.3, 20, 1e5])
            {
                LayerPrediction predicted = Assert.Single(Predict(Dense(activation) with { Weights = new() { Init = Init.Normal, StdDev = stdDev } }));
                Assert.Equal(BitConverter.DoubleToInt64Bits(0), BitConverter.DoubleToInt64Bits(predicted.ActivationMean));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void No_number_is_undefined_however_extreme_the_weights(Activation activation)
    {
        foreach (double stdDev in (double[])[0, 1e-300, 1e-150, 1e-20, 1e20, 1e100, 1e150, 1e300])
        {
            foreach (double bias in (double[])[0, -1e-300, 3, -1e10, 1e300])
            {
                DenseSpec layer = Dense(activation) with { Weights = new() { Init = Init.Normal, StdDev = stdDev }, Bias = bias, Repeat = 5 };
                Assert.All(Predict(layer), predicted => Assert.All(
                    [.. ForwardNumbers(predicted), predicted.GradientStdDev],
                    number => Assert.False(double.IsNaN(number), $"{activation}, σ = {stdDev}, b = {bias}: {predicted}")));
            }
        }
    }

    [Fact]
    public void A_signal_that_overflows_is_infinite_and_a_bounded_activation_brings_it_back()
    {
        DenseSpec huge = Dense(Activation.Relu) with { Weights = new() { Init = Init.Normal, StdDev = 1e100 }, Repeat = 5 };
        LayerPrediction[] predicted = Predict(huge, Dense(Activation.Tanh) with { Weights = Init.LeCunNormal });
        Assert.Equal(double.PositiveInfinity, predicted[4].PreActivationStdDev);
        Assert.Equal(double.PositiveInfinity, predicted[4].ActivationStdDev);
        Assert.Equal(double.PositiveInfinity, predicted[5].PreActivationStdDev);
        Assert.Equal((0, 1), (predicted[5].ActivationMean, predicted[5].ActivationStdDev));
        Assert.Equal(1, predicted[5].SaturatedFraction, 12);
    }

    [Theory]
    [InlineData(double.NaN, 0, 0.1)]
    [InlineData(double.PositiveInfinity, 0, 0.1)]
    [InlineData(0, double.NaN, 0.1)]
    [InlineData(0, 0, double.NaN)]
    public void Numbers_that_are_none_make_a_layer_unknown_and_not_an_exception(double bias, double biasStdDev, double stdDev)
    {
        DenseSpec layer = Dense(Activation.Gelu) with { Weights = new() { Init = Init.Normal, StdDev = stdDev }, Bias = bias, BiasStdDev = biasStdDev };
        Assert.All(ForwardNumbers(Assert.Single(Predict(layer))), number => Assert.Equal(double.NaN, number));
    }

    [Fact]
    public void A_network_without_layers_has_no_predictions()
    {
        var network = new NetworkSpec { Input = new(3), Layers = new([]) };
        Assert.Empty(SignalPropagation.Predict(network, []).Layers);
    }

    private static DenseSpec Dense(ActivationSpec activation) => new() { Name = "Layer", Units = 100, Activation = activation };

    private static double[] ForwardNumbers(LayerPrediction predicted) =>
    [
        predicted.PreActivationMean,
        predicted.PreActivationStdDev,
        predicted.ActivationMean,
        predicted.ActivationStdDev,
        predicted.SaturatedFraction,
    ];

    // The signal of a layer is that of the one before, not worked out again, only where both are the same function of the same signal.
    [Theory]
    [InlineData(Activation.LeakyRelu, 0.01, 0, Activation.LeakyRelu, 0.5, 0)]
    [InlineData(Activation.Tanh, 0.01, 0, Activation.Relu, 0.01, 0)]
    [InlineData(Activation.Tanh, 0.01, 0, Activation.Softsign, 0.5, 0)]
    [InlineData(Activation.Tanh, 0.01, 0, Activation.Tanh, 0.01, 0.5)]
    [InlineData(Activation.Relu, 0.01, -0.5, Activation.Relu, 0.01, 0.5)]
    public void A_layer_that_gets_the_signal_of_the_one_before_has_its_own_activation(
        Activation first, double firstSlope, double firstBias, Activation second, double secondSlope, double secondBias)
    {
        LayerPrediction[] before = Predict(Layer(first, firstSlope, firstBias, weightStdDev: 0.1));
        double rootMeanSquare = Math.Sqrt(Math.Pow(before[0].ActivationMean, 2) + Math.Pow(before[0].ActivationStdDev, 2));
        LayerPrediction expected = Predict(Layer(second, secondSlope, secondBias, weightStdDev: 0.1))[0];

        LayerPrediction actual = Predict(
            Layer(first, firstSlope, firstBias, weightStdDev: 0.1),
            Layer(second, secondSlope, secondBias, weightStdDev: 0.1 / rootMeanSquare))[1];

        foreach ((double one, double other) in ForwardNumbers(expected).Zip(ForwardNumbers(actual)))
        {
            Close.Equal(one, other, 1e-9, 1e-15);
        }

        static DenseSpec Layer(Activation activation, double slope, double bias, double weightStdDev) => Dense(new(activation, slope)) with
        {
            Units = 100,
            Bias = bias,
            Weights = new() { Init = Init.Normal, StdDev = weightStdDev },
        };
    }

    // By hand: 100 inputs of mean 0.3 and standard deviation 1, weights of mean 0.5 and variance 1/12.
    [Fact]
    public void Weights_of_another_mean_pass_on_the_sum_of_their_inputs()
    {
        LayerPrediction predicted = PredictOf(0.3, OfMean(Activation.Linear, 0.5))[0];
        Close.Equal(100 * 0.5 * 0.3, predicted.PreActivationMean, 1e-14);
        Close.Equal(Math.Sqrt(100 * ((1.09 / 12) + 0.25)), predicted.PreActivationStdDev, 1e-14);
        Close.Equal(Math.Sqrt(100 * ((1 / 12.0) + 0.25)), predicted.SignalStdDev, 1e-14);
    }

    [Fact]
    public void Behind_weights_of_another_mean_only_such_of_mean_0_are_predicted()
    {
        LayerPrediction[] ofBoth = PredictOf(0.3, OfMean(Activation.Tanh, 0.5), OfMean(Activation.Tanh, 0.5), OfMean(Activation.Tanh, 0));
        Assert.True(ofBoth[0].SaturatedFraction > 0.8);
        Assert.Equal(double.NaN, ofBoth[1].ActivationStdDev);
        Assert.Equal(double.NaN, ofBoth[0].GradientStdDev);

        LayerPrediction[] ofOne = PredictOf(0.3, OfMean(Activation.Tanh, 0.5), OfMean(Activation.Tanh, 0), OfMean(Activation.Tanh, 0.5));
        double secondMoment = Math.Pow(ofOne[0].ActivationMean, 2) + Math.Pow(ofOne[0].ActivationStdDev, 2);
        Close.Equal(Math.Sqrt(100 * secondMoment / 12), ofOne[1].PreActivationStdDev, 1e-12);
        Assert.Equal(0, ofOne[2].PreActivationMean);
    }

    private static DenseSpec OfMean(Activation activation, double mean) => Dense(activation) with
    {
        Units = 100,
        Weights = new() { Init = Init.Custom, Type = "global::Uniform", TypeVariance = new DeclaredVariance(1 / 12.0, FanMode.Default, mean) },
    };

    private static LayerPrediction[] PredictOf(double inputMean, params DenseSpec[] layers)
    {
        var network = new NetworkSpec { Input = new(100), InputMean = inputMean, InputStdDev = 1, Layers = new(layers) };
        return [.. SignalPropagation.Predict(network, LayerResolution.Resolve(network)).Layers];
    }

    private static LayerPrediction[] Predict(params DenseSpec[] layers)
    {
        var network = new NetworkSpec { Input = new(100), Layers = new(layers) };
        return [.. SignalPropagation.Predict(network, LayerResolution.Resolve(network)).Layers];
    }
}
