using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Initialization;
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

    [Fact]
    public void Taps_are_those_that_meet_the_map_one_by_one()
    {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++)
        {
            Window window = new(random.Next(1, 7), random.Next(1, 6), random.Next(0, 9), random.Next(1, 5));
            int extent = random.Next(1, 15);
            int positions = random.Next(0, 20);
            int expected = Enumerable.Range(0, positions).Sum(position => Enumerable.Range(0, window.Kernel).Count(tap =>
                (position * window.Stride) - window.Padding + (tap * window.Dilation) is >= 0 and var place && place < extent));
            Assert.Equal(expected, window.Taps(extent, positions));
        }

        Assert.Equal(3 * 2_000_000_000L - 2, new Window(3, 1, 1).Taps(2_000_000_000)); // at once
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
        GroupedConvolutionSpec layer = Convolution(64, new Window(3, 2, 1)) with { Groups = 4 };
        Parameter weights = layer.ParametersOf(new Shape(32, 8, 8)).First();
        Assert.Equal([64, 8, 3, 3], weights.Shape);
        Assert.Equal((64, 72, 72.0, 144.0), (weights.Context.Rows, weights.Context.Columns, weights.Context.FanIn, weights.Context.FanOut));
        Assert.Equal(new Shape(64, 4, 4), layer.OutputOf(new Shape(32, 8, 8)));
    }

    [Theory]
    [InlineData(1, 32)]
    [InlineData(3, 96)]
    public void The_groups_of_a_depthwise_convolution_are_the_channels_that_come_in(int multiplier, int units)
    {
        DepthwiseConvolutionSpec layer = new() { Name = "Conv", Windows = new([new Window(3, 2, 1), new Window(5, 1, 2)]), Multiplier = multiplier };
        Shape input = new(32, 8, 8);
        Parameter[] parameters = [.. layer.ParametersOf(input)];
        Assert.Empty(layer.Mistakes(input).OfType<ShapeMistake>());
        Assert.Equal(32, layer.GroupsOf(input));
        Assert.Equal(new Shape(units, 4, 8), layer.OutputOf(input));
        Assert.Equal([units, 1, 3, 5], parameters[0].Shape);
        Assert.Equal([units], parameters[1].Shape);
        WeightContext context = parameters[0].Context;
        Assert.Equal((units, 15, 15.0, 15.0 * multiplier), (context.Rows, context.Columns, context.FanIn, context.FanOut));
    }

    [Theory]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue)]
    [InlineData(int.MinValue, 4, 4)]
    [InlineData(-3, 0, 0)]
    public void A_multiplier_that_is_still_typed_can_be_anything(int multiplier, int channels, int units)
    {
        DepthwiseConvolutionSpec layer = new() { Name = "Conv", Windows = new([new Window(3)]), Multiplier = multiplier };
        Assert.Equal(units, layer.OutputOf(new Shape(channels, 9)).Units);
        Assert.Equal(2, layer.ParametersOf(new Shape(channels, 9)).Count());
        Assert.Equal(multiplier < 1, layer.Mistakes(new Shape(channels, 9)).OfType<SizeMistake>().Any());
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
        GroupedConvolutionSpec layer = Convolution(channels, new Window(1)) with { Groups = groups };
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

    // Counted by hand: how many outputs have the tap in the middle inside, of all outputs and of all inputs.
    [Theory]
    [InlineData(14, 3, 1, 1, 14)]
    [InlineData(14, 3, 1, 0, 12)]
    [InlineData(14, 3, 1, 3, 14)]
    [InlineData(14, 3, 2, 1, 7)]
    [InlineData(14, 2, 1, 0, 13)]
    [InlineData(14, 4, 1, 1, 13)]
    [InlineData(14, 4, 1, 2, 14)]
    public void The_tap_in_the_middle_meets_padding_only_where_that_is_wider_than_half_a_kernel(
        int extent, int kernel, int stride, int padding, int expected) =>
        Assert.Equal(expected, new Window(kernel, stride, padding).MiddleTaps(extent));

    // Counted by hand, behind the middle where there is none, as PyTorch's dirac_ has it.
    [Theory]
    [InlineData(4, 3, 3)]
    [InlineData(4, 2, 3)]
    [InlineData(3, 2, 2)]
    [InlineData(10, 4, 4)]
    [InlineData(13, 3, 3, 3)]
    [InlineData(2, 5)]
    [InlineData(0, 1, 1)]
    public void The_tap_in_the_middle_has_a_number(int expected, params int[] extents) =>
        Assert.Equal(expected, new KernelShape(new EquatableArray<int>(extents), 1).Middle);

    // Each position of the output is one of the input, of the length it had.
    [Fact]
    public void Delta_orthogonal_layers_keep_signal_and_gradient_also_at_the_border()
    {
        NetworkSpec network = new()
        {
            Input = new(64, 7, 7),
            Layers = new(Enumerable.Range(0, 50).Select(static layer => Convolution(64, new Window(3, 1, 1)) with
            {
                Name = "Conv" + layer,
                Groups = 1 + (layer % 2),
                Weights = Init.DeltaOrthogonal,
            })),
        };
        IReadOnlyList<LayerPrediction> predicted = SignalPropagation.Predict(network, LayerResolution.Resolve(network)).Layers;
        Assert.Equal(1, predicted[49].ActivationStdDev, 1e-12);
        Assert.Equal(1, predicted[0].GradientStdDev, 1e-12);
    }

    [Fact]
    public void Delta_orthogonal_weights_share_what_comes_in_among_more_channels()
    {
        GroupedConvolutionSpec layer = Convolution(64, new Window(3)) with { Groups = 2, Weights = new() { Init = Init.DeltaOrthogonal, Gain = 3 } };
        Parameter weights = layer.ParametersOf(new Shape(16, 8, 8)).First();
        Assert.Equal(9.0 / (32 * 9), weights.Variance, 1e-15);
        Assert.Equal(9.0 * 8 / 32, weights.Variance * weights.Context.FanIn, 1e-12);
    }

    [Theory]
    [InlineData(16, 64, 2, 16)] // 8 channels come in to 32 of each group
    [InlineData(16, 8, 2, 8)]
    public void Dirac_weights_have_the_variance_of_their_ones_and_predict_nothing(int channels, int units, int groups, int ones)
    {
        GroupedConvolutionSpec layer = Convolution(units, new Window(3)) with { Groups = groups, Weights = Init.Dirac };
        Parameter weights = layer.ParametersOf(new Shape(channels, 8, 8)).First();
        double fraction = ones / (double)weights.Count;
        Assert.Equal(fraction - (fraction * fraction), weights.Variance, 1e-15);
        Assert.False(weights.Distribution.IsPredictable);
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

    private static GroupedConvolutionSpec Convolution(int channels, Window window) =>
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
