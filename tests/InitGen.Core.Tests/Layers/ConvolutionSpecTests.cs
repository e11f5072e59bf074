using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Layers;
using InitGen.Propagation;
using InitGen.Tests.Propagation;

namespace InitGen.Tests.Layers;

public class ConvolutionSpecTests
{
    // Counted by hand: how many taps of a kernel meet the input, a output and an input.
    [Theory]
    [InlineData(224, 7, 2, 3, 6.946, 3.473)]
    [InlineData(56, 3, 1, 1, 2.964, 2.964)]
    [InlineData(14, 3, 1, 1, 2.857, 2.857)]
    [InlineData(7, 3, 1, 1, 2.714, 2.714)]
    [InlineData(1, 3, 1, 1, 1, 1)]
    [InlineData(56, 3, 2, 1, 2.964, 1.482)]
    [InlineData(7, 7, 1, 3, 5.286, 5.286)]
    public void Taps_at_the_border_meet_padding(int extent, int kernel, int stride, int padding, double forward, double backward)
    {
        Window window = new(kernel, stride, padding);
        Assert.Equal(forward, (double)window.Taps(extent) / window.OutputOf(extent), 5e-4);
        Assert.Equal(backward, (double)window.Taps(extent) / extent, 5e-4);
    }

    // PyTorch's formula: ⌊(extent + 2·padding − dilation·(kernel − 1) − 1)/stride⌋ + 1.
    [Theory]
    [InlineData(28, 5, 1, 0, 1, 24)]
    [InlineData(28, 3, 2, 1, 1, 14)]
    [InlineData(9, 3, 1, 0, 4, 1)]
    [InlineData(9, 3, 1, 0, 5, -1)]
    [InlineData(0, 3, 1, 1, 1, 0)]
    public void The_extent_of_the_outputs_is_PyTorchs(int extent, int kernel, int stride, int padding, int dilation, int expected) =>
        Assert.Equal(expected, new Window(kernel, stride, padding, dilation).OutputOf(extent));

    [Fact]
    public void Fans_are_the_layers_own_also_in_groups()
    {
        ConvolutionSpec layer = Convolution(64, new Window(3, 2, 1)) with { Groups = 4 };
        Parameter weights = layer.ParametersOf(new Shape(32, 8, 8)).First();
        Assert.Equal([64, 8, 3, 3], weights.Shape);
        Assert.Equal((64, 72, 72.0, 144.0), (weights.Context.Rows, weights.Context.Columns, weights.Context.FanIn, weights.Context.FanOut));
        Assert.Equal(new Shape(64, 4, 4), layer.OutputOf(new Shape(32, 8, 8)));
    }

    [Theory]
    [InlineData("gets 784, but convolves channels × height × width; say the shape of the input at [Network], or leave it a map", new[] { 784 })]
    [InlineData("gets 3×2×2, over which its kernel 5×5 does not fit; use a smaller one, or padding", new[] { 3, 2, 2 })]
    [InlineData("gets 3×100, but convolves channels × height × width; use the kind for as many axes", new[] { 3, 100 })]
    [InlineData(null, new[] { 3, 5, 5 })]
    public void A_shape_that_it_cannot_take_is_named(string? expected, int[] extents)
    {
        Shape input = new(extents[0], extents[1..]);
        LayerMistake[] mistakes = [.. Convolution(8, new Window(5)).Mistakes(input)];
        Assert.Equal(expected, mistakes.OfType<ShapeMistake>().SingleOrDefault()?.Text);
    }

    [Theory]
    [InlineData(3, 8, "has 3 groups, which do not divide the 4 channels that come in; use a number that divides both")]
    [InlineData(4, 6, "has 4 groups, which do not divide its 6 channels; use a number that divides both")]
    [InlineData(2, 6, null)]
    public void Groups_divide_channels(int groups, int channels, string? expected)
    {
        ConvolutionSpec layer = Convolution(channels, new Window(1)) with { Groups = groups };
        Assert.Equal(expected, layer.Mistakes(new Shape(4, 3, 3)).OfType<ShapeMistake>().SingleOrDefault()?.Text);
    }

    // A chain of averages says 1.05 for six layers of 14×14; by position it would be 1.18.
    [Fact]
    public void Zero_padding_takes_from_the_signal_what_its_taps_miss()
    {
        IReadOnlyList<LayerPrediction> predicted = Predict(14, layers: 6);
        Assert.Equal(Math.Sqrt(2) * Math.Pow(20.0 / 21, 6), predicted[5].PreActivationStdDev, 1e-9);
    }

    [Fact]
    public void What_is_predicted_of_padded_layers_is_what_they_make_of_white_noise()
    {
        const int Extent = 7;
        IReadOnlyList<LayerPrediction> predicted = Predict(Extent, layers: 1);
        var random = new Random(3);
        double sum = 0;
        for (int draw = 0; draw < 2000; draw++)
        {
            double[] weights = NormalDraws.Of(random, 9, 0, Math.Sqrt(2.0 / 9));
            double[] input = NormalDraws.Of(random, Extent * Extent);
            for (int place = 0; place < input.Length; place++)
            {
                double z = 0;
                for (int tap = 0; tap < 9; tap++)
                {
                    (int row, int column) = ((place / Extent) + (tap / 3) - 1, (place % Extent) + (tap % 3) - 1);
                    bool isInside = row is >= 0 and < Extent && column is >= 0 and < Extent;
                    z += isInside ? weights[tap] * input[(row * Extent) + column] : 0;
                }

                sum += z * z / input.Length;
            }
        }

        Assert.Equal(1, Math.Sqrt(sum / 2000) / predicted[0].PreActivationStdDev, 0.03);
    }

    // Of equal inputs at all positions, two outputs differ by the weights that hit padding at one of them and not at the other.
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void Padding_makes_positions_differ_that_were_equal(int extent)
    {
        double shared = 0;
        double own = 0;
        for (int window = 0; window < extent * extent / 4; window++)
        {
            (int row, int column) = (2 * (window / (extent / 2)), 2 * (window % (extent / 2)));
            int[][] taps = [TapsAt(row, column, extent), TapsAt(row, column + 1, extent), TapsAt(row + 1, column, extent), TapsAt(row + 1, column + 1, extent)];
            for (int one = 0; one < 4; one++)
            {
                for (int other = 0; other < one; other++)
                {
                    shared += taps[one].Intersect(taps[other]).Count();
                    own += (taps[one].Length + taps[other].Length) / 2.0;
                }
            }
        }

        NetworkSpec network = new() { Input = new(1, extent, extent), InputCorrelation = 1, Layers = new([Convolution(64, new Window(3, 1, 1))]) };
        Signal z = SignalPropagation.PreActivationOf(network, LayerResolution.Resolve(network)[0], 0, []);
        Assert.Equal(shared / own, 1 - Math.Pow(z.BetweenPositions / z.StdDev, 2), 0.02);

        static int[] TapsAt(int row, int column, int extent) =>
        [
            .. Enumerable.Range(0, 9).Where(tap =>
                row + (tap / 3) - 1 is var r && r >= 0 && r < extent && column + (tap % 3) - 1 is var c && c >= 0 && c < extent),
        ];
    }

    private static ConvolutionSpec Convolution(int channels, Window window) =>
        new() { Name = "Conv", Units = channels, Windows = new([window, window]) };

    private static IReadOnlyList<LayerPrediction> Predict(int extent, int layers)
    {
        NetworkSpec network = new()
        {
            Input = new(1, extent, extent),
            Layers = new(Enumerable.Range(0, layers).Select(static layer => Convolution(1, new Window(3, 1, 1)) with
            {
                Name = "Conv" + layer,
                Units = 64,
                Activation = Activation.Relu,
                Weights = Init.HeNormal,
            })),
        };
        return SignalPropagation.Predict(network, LayerResolution.Resolve(network)).Layers;
    }
}
