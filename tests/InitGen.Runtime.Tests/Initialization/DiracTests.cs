using System;
using System.Linq;
using InitGen.Runtime.Tests.Kernels;

namespace InitGen.Runtime.Tests.Initialization;

public class DiracTests
{
    // Channels out, channels in of a group, groups, and the taps along each axis.
    private static readonly int[][] Shapes =
        [[8, 8, 1, 3, 3], [8, 3, 1, 3, 3], [3, 8, 1, 5], [12, 4, 3, 2, 4], [12, 6, 3, 4, 3], [6, 6, 2, 3, 3, 2], [5, 1, 5, 3, 3], [2, 2, 1, 1]];

    private const string Script =
        """
        for number, (units, inputs, groups, *kernel) in cases():
            weights = torch.empty(units, inputs, *kernel)
            torch.nn.init.dirac_(weights, groups)
            write(number, {"weights": weights})
        """;

    [Fact]
    public void Weights_are_those_of_PyTorch() => PyTorchKernels.AssertAgree(
        Script, Shapes, static shape => shape, static _ => [], static shape => [("weights", Draw(shape))]);

    [Fact]
    public void A_convolution_of_as_many_channels_passes_on_what_comes_in() =>
        Assert.Equal([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0], Draw([2, 2, 1, 3]));

    [Fact]
    public void Each_group_has_ones_of_its_own() => Assert.Equal([1, 0, 0, 1, 1, 0, 0, 1], Draw([4, 2, 2, 1]));

    [Theory]
    [InlineData("units", 0, 1, 1, 0, 1)]
    [InlineData("inputs", 6, 0, 1, 0, 1)]
    [InlineData("taps", 6, 1, -1, 0, 1)]
    [InlineData("middle", 2, 1, 3, 3, 1)]
    [InlineData("groups", 6, 1, 1, 0, 4)]
    [InlineData("weights", 2, 1, 4, 0, 1)]
    public void Bad_arguments_are_refused_before_anything_is_written(string name, int units, int inputs, int taps, int middle, int groups)
    {
        float[] weights = [1, 2, 3, 4, 5, 6];
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(
            () => Initializers.Dirac(weights, units, inputs, taps, middle, groups));
        Assert.Equal(name, error.ParamName);
        Assert.Equal([1, 2, 3, 4, 5, 6], weights);
    }

    private static float[] Draw(int[] shape)
    {
        int taps = shape[3..].Aggregate(1, static (product, extent) => product * extent);
        int middle = shape[3..].Aggregate(0, static (place, extent) => (place * extent) + (extent / 2));
        var weights = new float[shape[0] * shape[1] * taps];
        Array.Fill(weights, float.NaN);
        Initializers.Dirac(weights, shape[0], shape[1], taps, middle, shape[2]);
        return weights;
    }
}
