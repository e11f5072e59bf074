using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Initialization;
using InitGen.Layers;
using InitGen.Propagation;
using InitGen.Tests.Propagation;

namespace InitGen.Tests.Layers;

public class TransposedConvolutionSpecTests
{
    // PyTorch's formula: (extent − 1)·stride − 2·padding + dilation·(kernel − 1) + output padding + 1.
    [Theory]
    [InlineData(7, 4, 2, 1, 1, 0, 14)]
    [InlineData(7, 3, 2, 1, 1, 1, 14)]
    [InlineData(7, 3, 2, 1, 1, 0, 13)]
    [InlineData(5, 3, 2, 1, 4, 3, 18)]
    [InlineData(1, 1, 1, 0, 1, 0, 1)]
    [InlineData(2, 2, 1, 2, 1, 0, -1)]
    [InlineData(0, 3, 2, 1, 1, 1, 0)]
    [InlineData(int.MaxValue, 3, 2, 1, 1, 0, int.MaxValue)]
    public void The_extent_of_the_outputs_is_PyTorchs(int extent, int kernel, int stride, int padding, int dilation, int outputPadding, int expected) =>
        Assert.Equal(expected, new Window(kernel, stride, padding, dilation).TransposedOutputOf(extent, outputPadding));

    [Fact]
    public void Fans_are_what_a_unit_sums_and_what_an_input_goes_to_not_the_tensors()
    {
        TransposedConvolutionSpec layer = Transposed(64, new Window(4, 2, 1)) with { Groups = 4 };
        Parameter weights = layer.ParametersOf(new Shape(32, 8, 8)).First();
        Assert.Equal([32, 16, 4, 4], weights.Shape);
        Assert.True(weights.HasInputsFirst);
        Assert.Equal(
            new WeightContext(Rows: 32, Columns: 16 * 16, FanIn: 8 * 4, FanOut: 16 * 16, Activation.Linear),
            weights.Context);
        Assert.Equal(new Shape(64, 16, 16), layer.OutputOf(new Shape(32, 8, 8)));
    }

    // PyTorch computes the bound of its default from the extents of the tensor: U(±1/√(64/4·16)).
    [Fact]
    public void The_default_of_PyTorch_is_that_of_its_tensor()
    {
        TransposedConvolutionSpec layer = Transposed(64, new Window(4, 2, 1)) with { Groups = 4, Weights = Init.Torch };
        Parameter[] parameters = [.. layer.ParametersOf(new Shape(32, 8, 8))];
        Assert.All(parameters, static parameter => Assert.Equal(new UniformWeights(1.0 / 16), parameter.Distribution));
    }

    [Theory]
    [InlineData("has an output padding of 2, but a stride of 2 and a dilation of 1; use less than 2, the larger of them", 3, 2, 0, 1, 2)]
    [InlineData("has an output padding of 3, but a stride of 2 and a dilation of 3; use less than 3, the larger of them", 3, 2, 0, 3, 3)]
    [InlineData("gets 4×2×2, of which its padding leaves 8×0×0; use less padding", 3, 1, 2, 1, 0)]
    [InlineData(null, 3, 2, 0, 3, 2)]
    [InlineData(null, 3, 1, 1, 1, 0)]
    public void A_shape_that_it_cannot_make_is_named(string? expected, int kernel, int stride, int padding, int dilation, int outputPadding)
    {
        TransposedConvolutionSpec layer = Transposed(8, new Window(kernel, stride, padding, dilation)) with { OutputPaddings = new([outputPadding, outputPadding]) };
        Assert.Equal(expected, layer.Mistakes(new Shape(4, 2, 2)).OfType<ShapeMistake>().SingleOrDefault()?.Text);
    }

    [Fact]
    public void A_shape_of_other_axes_is_named() => Assert.Equal(
        "gets 4×9, but convolves channels × height × width; use the kind for as many axes",
        Transposed(8, new Window(3)).Mistakes(new Shape(4, 9)).OfType<ShapeMistake>().Single().Text);

    // By the definition: each input adds its kernel, times itself. Strides, padding and output padding leave some places fewer taps.
    [Theory]
    [InlineData(4, 2, 1, 1, 0)]
    [InlineData(3, 2, 1, 1, 1)]
    [InlineData(2, 3, 0, 1, 2)]
    [InlineData(3, 2, 2, 3, 2)]
    public void What_is_predicted_is_what_it_makes_of_white_noise(int kernel, int stride, int padding, int dilation, int outputPadding)
    {
        const int Extent = 5;
        const int Channels = 3;
        const int Units = 2;
        Window window = new(kernel, stride, padding, dilation);
        NetworkSpec network = new()
        {
            Input = new(Channels, Extent),
            Layers = new([
                new TransposedConvolutionSpec
                {
                    Name = "Up", Units = Units, Windows = new([window]), OutputPaddings = new([outputPadding]), Weights = Init.LeCunNormal,
                },
            ]),
        };
        IReadOnlyList<ResolvedLayer> layers = LayerResolution.Resolve(network);
        LayerPrediction predicted = SignalPropagation.Predict(network, layers).Layers[0];
        double gain = layers[0].Spec.GradientGain(layers[0], [SignalPropagation.Input(network)], 0);
        int outputs = layers[0].Output[0];
        double stdDev = Math.Sqrt(layers[0].Weights!.Variance);
        var random = new Random(3);
        double forward = 0;
        double backward = 0;
        const int Draws = 4000;
        for (int draw = 0; draw < Draws; draw++)
        {
            double[] weights = NormalDraws.Of(random, Channels * Units * kernel, 0, stdDev);
            double[] inputs = NormalDraws.Of(random, Channels * Extent);
            double[] gradients = NormalDraws.Of(random, Units * outputs);
            var z = new double[Units * outputs];
            var ofInputs = new double[Channels * Extent];
            for (int i = 0; i < inputs.Length * Units * kernel; i++)
            {
                (int input, int rest) = Math.DivRem(i, Units * kernel);
                (int unit, int tap) = Math.DivRem(rest, kernel);
                int place = (input % Extent * stride) - padding + (tap * dilation);
                if (place >= 0 && place < outputs)
                {
                    double weight = weights[(((input / Extent) * Units) + unit) * kernel + tap];
                    z[(unit * outputs) + place] += weight * inputs[input];
                    ofInputs[input] += weight * gradients[(unit * outputs) + place];
                }
            }

            forward += z.Average(static value => value * value) / Draws;
            backward += ofInputs.Average(static value => value * value) / Draws;
        }

        Assert.Equal(1, Math.Sqrt(forward) / predicted.PreActivationStdDev, 0.03);
        Assert.Equal(1, Math.Sqrt(backward) / gain, 0.03);
    }

    private static TransposedConvolutionSpec Transposed(int channels, Window window) =>
        new() { Name = "Up", Units = channels, Windows = new([window, window]), OutputPaddings = new([0, 0]) };
}
