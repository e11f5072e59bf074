using System;
using System.Collections.Generic;
using InitGen.Layers;
using InitGen.Propagation;
using InitGen.Tests.Reference;

namespace InitGen.Tests.Layers;

public class PoolingSpecTests
{
    private static readonly MaxPoolingSpec Largest = new() { Name = "Pool", Windows = Square(2) };
    private static readonly AveragePoolingSpec Average = new() { Name = "Pool", Windows = Square(2) };

    // E[max(z, 0)²] of four values: of equal ones ½, of independent ones by nested quadrature in Python.
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(0.9, 0.7857)]
    [InlineData(0.5, 1.2)]
    [InlineData(0, 1.5438)]
    public void Where_the_correlation_is_known_the_largest_of_four_is_a_number(double correlation, double secondMoment)
    {
        LayerPrediction pool = PredictAll(correlation, Convolution(), Largest).Layers[1];
        Close.Equal(2 * secondMoment, (pool.ActivationMean * pool.ActivationMean) + (pool.ActivationStdDev * pool.ActivationStdDev), 2e-4);
    }

    [Fact]
    public void Where_it_is_not_known_all_from_equal_to_independent_values_are_possible()
    {
        NetworkPrediction predicted = PredictAll(double.NaN, Convolution(), Largest, Convolution());
        Assert.Equal(Math.Sqrt(2 * 0.5 * 2), predicted.Lower[2].PreActivationStdDev, 1e-6);
        Assert.Equal(Math.Sqrt(2 * 1.543785 * 2), predicted.Upper[2].PreActivationStdDev, 1e-5);
        Assert.Equal(double.NaN, predicted.Layers[2].PreActivationStdDev);

        // In front of the pooling there is one number; of the gradient, on the way back, behind it.
        Assert.Equal(Math.Sqrt(2), predicted.Layers[0].PreActivationStdDev, 1e-9);
        Assert.Equal(1, predicted.Layers[2].GradientStdDev);
        Assert.Equal(double.NaN, predicted.Layers[0].GradientStdDev);
        Assert.NotNull(predicted.Bounds[0]);
    }

    // A rectified maximum spreads most where values are half alike: 0.724, beside 0.671 of independent and 0.584 of equal ones.
    [Fact]
    public void Bounds_hold_for_all_correlations_between_too()
    {
        NetworkPrediction open = PredictAll(double.NaN, Convolution(), Largest, Convolution(), Average, Convolution());
        for (double correlation = 0; correlation <= 1; correlation += 0.125)
        {
            IReadOnlyList<LayerPrediction> known = PredictAll(correlation, Convolution(), Largest, Convolution(), Average, Convolution()).Layers;
            for (int layer = 0; layer < known.Count; layer++)
            {
                AssertBetween(open.Lower[layer].ActivationStdDev, known[layer].ActivationStdDev, open.Upper[layer].ActivationStdDev);
                AssertBetween(open.Lower[layer].ActivationMean, known[layer].ActivationMean, open.Upper[layer].ActivationMean);
                AssertBetween(open.Lower[layer].GradientStdDev, known[layer].GradientStdDev, open.Upper[layer].GradientStdDev);
            }
        }

        static void AssertBetween(double lower, double value, double upper) => Assert.InRange(value, 0.99 * lower, 1.01 * upper);
    }

    // One of four gets a window's gradient, and is positive with probability 1 − 2⁻⁴ where they are independent, ½ where they are equal.
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(0, 0.9375)]
    public void The_gradient_of_a_window_goes_to_the_winner(double correlation, double active)
    {
        IReadOnlyList<LayerPrediction> predicted = PredictAll(correlation, Convolution(), Largest, Convolution()).Layers;
        Assert.Equal(Math.Sqrt(active / 4), predicted[0].GradientStdDev / predicted[1].GradientStdDev, 1e-9);
    }

    // Each of the 4 windows of 3×3 has one winner among 5×5 values.
    [Fact]
    public void Overlapping_windows_give_as_many_gradients_as_there_are_windows()
    {
        MaxPoolingSpec overlapping = Largest with { Windows = new([new Window(3, 2), new Window(3, 2)]) };
        IReadOnlyList<LayerPrediction> predicted = Predict(1, new(1, 5, 5), [Convolution(), overlapping]).Layers;
        Assert.Equal(Math.Sqrt(0.5 * 4 / 25), predicted[0].GradientStdDev, 1e-9);
    }

    [Fact]
    public void Padding_is_never_the_largest()
    {
        MaxPoolingSpec padded = Largest with { Windows = new([new Window(3, 1, 1), new Window(3, 1, 1)]) };
        LayerPrediction onePosition = Predict(0, new(1, 1, 1), [Convolution(), padded]).Layers[1];
        Assert.Equal(2 * (0.5 - (1 / (2 * Math.PI))), onePosition.ActivationStdDev * onePosition.ActivationStdDev, 1e-9);
    }

    [Fact]
    public void Behind_a_normalization_the_prediction_is_a_number_again()
    {
        NetworkPrediction predicted = PredictAll(double.NaN, Convolution(), Largest, Convolution(), new BatchNormSpec { Name = "Norm" }, Convolution());
        Assert.Equal(double.NaN, predicted.Layers[2].ActivationStdDev);
        Assert.Equal(1, predicted.Layers[3].ActivationStdDev, 1e-4);
        Assert.Equal(Math.Sqrt(2), predicted.Layers[4].PreActivationStdDev, 1e-4);
        Assert.Null(predicted.Bounds[4]);
    }

    [Fact]
    public void Without_pooling_there_are_no_bounds()
    {
        NetworkPrediction predicted = PredictAll(double.NaN, Convolution(), Convolution());
        Assert.All(predicted.Bounds, static bounds => Assert.Null(bounds));
        Assert.Equal(predicted.Layers, PredictAll(0.4, Convolution(), Convolution()).Layers);
    }

    // What a layer makes of what is not normal has no known law, and a slope below 0 makes the largest z not the largest φ(z).
    [Fact]
    public void Of_values_of_an_unknown_law_no_maximum_is_predicted()
    {
        AveragePoolingSpec average = Average with { Activation = Activation.Relu };
        Assert.Equal(double.NaN, PredictAll(0.5, Convolution(), average, Largest).Layers[2].ActivationStdDev);
        ConvolutionSpec folded = Convolution() with { Activation = new(Activation.LeakyRelu, -0.5) };
        Assert.Equal(double.NaN, PredictAll(0.5, folded, Largest).Layers[1].ActivationStdDev);
    }

    [Fact]
    public void Side_by_side_and_normalized_values_keep_their_law()
    {
        NetworkSpec network = new()
        {
            Input = new(1, 8, 8),
            InputCorrelation = 0,
            Layers = new(
            [
                Convolution() with { Name = "A" },
                Convolution() with { Name = "B", From = new([-1]) },
                new ConcatSpec { Name = "Both", From = new([0, 1]) },
                Largest,
            ]),
        };
        IReadOnlyList<LayerPrediction> both = SignalPropagation.Predict(network, LayerResolution.Resolve(network)).Layers;
        LayerPrediction one = PredictAll(0, Convolution(), Largest).Layers[1];
        Assert.Equal(one.ActivationStdDev, both[3].ActivationStdDev, 1e-9);
        Assert.Equal(one.ActivationMean, both[3].ActivationMean, 1e-9);

        // (max y − μ)/σ.
        LayerPrediction any = PredictAll(0, Convolution()).Layers[0];
        LayerPrediction normalized = PredictAll(0, Convolution(), new BatchNormSpec { Name = "Norm", Epsilon = 1e-12 }, Largest).Layers[2];
        Assert.Equal((one.ActivationMean - any.ActivationMean) / any.ActivationStdDev, normalized.ActivationMean, 1e-6);
        Assert.Equal(one.ActivationStdDev / any.ActivationStdDev, normalized.ActivationStdDev, 1e-6);
    }

    private static GroupedConvolutionSpec Convolution() => new()
    {
        Name = "Conv",
        Units = 64,
        Windows = Square(1),
        Activation = Activation.Relu,
        Weights = Init.HeNormal,
    };

    private static EquatableArray<Window> Square(int kernel) => new([new Window(kernel, kernel), new Window(kernel, kernel)]);

    private static NetworkPrediction PredictAll(double correlation, params LayerSpec[] layers) => Predict(correlation, new(1, 8, 8), layers);

    private static NetworkPrediction Predict(double correlation, Shape input, LayerSpec[] layers)
    {
        NetworkSpec network = new() { Input = input, InputCorrelation = correlation, Layers = new(layers) };
        return SignalPropagation.Predict(network, LayerResolution.Resolve(network));
    }
}
