using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Activations;
using InitGen.Layers;
using InitGen.Propagation;

namespace InitGen.Tests.Propagation;

/// <summary>Holds the predicted kernel to the gradients of networks drawn here.</summary>
public class TangentKernelTests
{
    private const int Width = 100;
    private const int Networks = 150;

    // Of first order in depth/width, which is 0.04 here, with a factor of some units; the rest are four standard errors.
    private const double FiniteWidth = 0.06;

    [Theory]
    [InlineData(Activation.Linear, Init.LeCunNormal, 0, 0)]
    [InlineData(Activation.Relu, Init.HeNormal, 0, 0)]
    [InlineData(Activation.Relu, Init.XavierNormal, 0.5, 0)]
    [InlineData(Activation.Tanh, Init.XavierNormal, 0, 0)]
    [InlineData(Activation.Tanh, Init.HeNormal, 0, 0.3)]
    [InlineData(Activation.Gelu, Init.HeNormal, 0.7, 0)]
    [InlineData(Activation.Sigmoid, Init.XavierNormal, 0, 0)]
    public void The_gradients_of_two_inputs_multiply_to_the_predicted_kernel(Activation activation, Init init, double inputMean, double biasStdDev)
    {
        NetworkSpec network = Network(
            inputMean,
            new DenseSpec { Name = "A", Units = Width, Activation = activation, Weights = init, BiasStdDev = biasStdDev, Repeat = 3 },
            new DenseSpec { Name = "B", Units = 1, Activation = Activation.Linear, Weights = Init.LeCunNormal });
        IReadOnlyList<ResolvedLayer> layers = LayerResolution.Resolve(network);
        (double expectedCommon, double expectedSeparating) = Kernel(SignalPropagation.Predict(network, layers).LearningRates);
        double[] separating = new double[Networks];
        double[] common = new double[Networks];
        for (int seed = 0; seed < Networks; seed++)
        {
            (common[seed], separating[seed]) = Measure(new Random(seed), ActivationFunction.Of(activation), network, layers);
        }

        AssertMean(expectedSeparating, separating);
        AssertMean(expectedCommon, common);
    }

    [Fact]
    public void Biases_that_are_not_there_do_not_learn()
    {
        DenseSpec layer = new() { Name = "A", Units = 3, Activation = Activation.Linear, Weights = Init.LeCunNormal };
        Assert.Equal(7, Kernel(Rates(Network(1, layer with { UseBias = true }) with { Input = new(6) })).Common, 1e-12);
        Assert.Equal(6, Kernel(Rates(Network(1, layer with { UseBias = false }) with { Input = new(6) })).Common, 1e-12);
    }

    [Fact]
    public void The_rates_are_unknown_where_the_signal_is()
    {
        LearningRateWindow rates = Rates(Network(
            0,
            new DenseSpec { Name = "A", Units = Width, Activation = Activation.Relu, Weights = Init.Identity },
            new DenseSpec { Name = "B", Units = 1, Activation = Activation.Linear, Weights = Init.LeCunNormal }));
        Assert.Equal((double.NaN, double.NaN), (rates.Smallest, rates.Largest));
    }

    [Fact]
    public void A_last_layer_of_zeros_learns_by_itself()
    {
        (double common, double separating) = Kernel(Rates(Network(
            0,
            new DenseSpec { Name = "A", Units = Width, Activation = Activation.Linear, Weights = Init.LeCunNormal },
            new DenseSpec { Name = "B", Units = 1, Activation = Activation.Linear, Weights = Init.Zeros })));
        Assert.Equal(Width, separating, 1e-9);
        Assert.Equal(1, common, 1e-9);
    }

    private static NetworkSpec Network(double inputMean, params LayerSpec[] layers) =>
        new() { Input = new(Width), InputMean = inputMean, InputStdDev = 1, Layers = new(layers) };

    private static LearningRateWindow Rates(NetworkSpec network) =>
        SignalPropagation.Predict(network, LayerResolution.Resolve(network)).LearningRates;

    // What the rates were made of.
    private static (double Common, double Separating) Kernel(LearningRateWindow rates)
    {
        double separating = 0.5 / rates.Smallest;
        return ((10 / rates.Largest) - (separating / 32), separating);
    }

    private static void AssertMean(double expected, double[] values)
    {
        double mean = values.Average();
        double error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean))) / values.Length;
        Assert.InRange(mean, expected - (4 * error) - (FiniteWidth * expected), expected + (4 * error) + (FiniteWidth * expected));
    }

    // Of one network and two inputs: the product of their gradients, and what the mean of their squares is more.
    private static (double Common, double Separating) Measure(
        Random random, ActivationFunction function, NetworkSpec network, IReadOnlyList<ResolvedLayer> layers)
    {
        (double[][] Weights, double[] Biases)[] parameters =
        [
            .. layers.Select(layer => (
                Enumerable.Range(0, layer.Units).Select(_ => NormalDraws.Of(random, layer.FanIn, 0, Math.Sqrt(layer.Weights!.Variance))).ToArray(),
                NormalDraws.Of(random, layer.Units, layer.Bias, layer.BiasStdDev))),
        ];
        double[] one = Gradient(NormalDraws.Of(random, Width, network.InputMean, network.InputStdDev), parameters, function);
        double[] other = Gradient(NormalDraws.Of(random, Width, network.InputMean, network.InputStdDev), parameters, function);
        double common = Product(one, other);
        return (common, ((Product(one, one) + Product(other, other)) / 2) - common);
    }

    // Of the output, with respect to all parameters.
    private static double[] Gradient(double[] input, (double[][] Weights, double[] Biases)[] parameters, ActivationFunction function)
    {
        List<double[]> inputs = [input];
        List<double[]> preActivations = [];
        foreach ((double[][] weights, double[] biases) in parameters)
        {
            double[] z = [.. weights.Zip(biases, (row, bias) => Product(row, inputs[^1]) + bias)];
            preActivations.Add(z);
            inputs.Add([.. z.Select(function.Value)]);
        }

        List<double> gradient = [];
        double[] delta = [1];
        for (int layer = parameters.Length - 1; layer >= 0; layer--)
        {
            gradient.AddRange(delta);
            gradient.AddRange(delta.SelectMany(value => inputs[layer].Select(x => value * x)));
            if (layer > 0)
            {
                double[] next = delta;
                delta =
                [
                    .. preActivations[layer - 1].Select((z, unit) =>
                        function.Derivative(z) * parameters[layer].Weights.Zip(next, (row, value) => row[unit] * value).Sum()),
                ];
            }
        }

        return [.. gradient];
    }

    private static double Product(double[] left, double[] right) => left.Zip(right, static (x, y) => x * y).Sum();
}
