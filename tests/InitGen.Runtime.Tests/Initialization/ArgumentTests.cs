using System;

namespace InitGen.Runtime.Tests.Initialization;

public class ArgumentTests
{
    private delegate void Initializer(Span<float> weights);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-1)]
    [InlineData(1e31)]
    public void Bad_scales_are_refused(double bad)
    {
        Refuses("stdDev", weights => Initializers.Normal(weights, 0, bad, 1, 2));
        Refuses("stdDev", weights => Initializers.TruncatedNormal(weights, 0, bad, 1, 2));
        Refuses("limit", weights => Initializers.Uniform(weights, bad, 1, 2));
        Refuses("stdDev", weights => Initializers.Sparse(weights, 2, 3, 1, bad, 1, 2));
        Refuses("gain", weights => Initializers.XavierNormal(weights, 2, 3, bad, 1, 2));
        Refuses("gain", weights => Initializers.XavierUniform(weights, 2, 3, bad, 1, 2));
        Refuses("gain", weights => Initializers.HeNormal(weights, 2, 3, bad, 1, 2));
        Refuses("gain", weights => Initializers.HeUniform(weights, 2, 3, bad, 1, 2));
        Refuses("gain", weights => Initializers.LeCunNormal(weights, 2, 3, bad, 1, 2));
        Refuses("gain", weights => Initializers.LeCunUniform(weights, 2, 3, bad, 1, 2));
        Refuses("gain", weights => Initializers.Orthogonal(weights, 2, 3, bad, 1, 2));
        Refuses("gain", weights => Initializers.Identity(weights, 2, 3, bad));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1e31)]
    public void Bad_means_and_values_are_refused(double bad)
    {
        Refuses("value", weights => Initializers.Constant(weights, bad));
        Refuses("mean", weights => Initializers.Normal(weights, bad, 1, 1, 2));
        Refuses("mean", weights => Initializers.TruncatedNormal(weights, bad, 1, 1, 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Sizes_below_1_are_refused(int bad)
    {
        Refuses("rows", weights => Initializers.Orthogonal(weights, bad, 3, 1, 1, 2));
        Refuses("columns", weights => Initializers.Orthogonal(weights, 2, bad, 1, 1, 2));
        Refuses("rows", weights => Initializers.Identity(weights, bad, 3, 1));
        Refuses("columns", weights => Initializers.Identity(weights, 2, bad, 1));
        Refuses("rows", weights => Initializers.Sparse(weights, bad, 3, 1, 1, 1, 2));
        Refuses("columns", weights => Initializers.Sparse(weights, 2, bad, 1, 1, 1, 2));
        Refuses("nonZeros", weights => Initializers.Sparse(weights, 2, 3, bad, 1, 1, 2));
        Refuses("fanIn", weights => Initializers.XavierNormal(weights, bad, 3, 1, 1, 2));
        Refuses("fanOut", weights => Initializers.XavierUniform(weights, 2, bad, 1, 1, 2));
        Refuses("fanIn", weights => Initializers.HeNormal(weights, bad, 3, 1, 1, 2));
        Refuses("fanOut", weights => Initializers.HeUniform(weights, 2, bad, 1, 1, 2));
        Refuses("fanIn", weights => Initializers.LeCunNormal(weights, bad, 3, 1, 1, 2));
        Refuses("fanOut", weights => Initializers.LeCunUniform(weights, 2, bad, 1, 1, 2));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(65536, 65536)] // 2³², 0 in an int
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_wrong_length_is_refused(int rows, int columns)
    {
        Refuses("weights", weights => Initializers.Orthogonal(weights, rows, columns, 1, 1, 2));
        Refuses("weights", weights => Initializers.Identity(weights, rows, columns, 1));
        Refuses("weights", weights => Initializers.Sparse(weights, rows, columns, 1, 1, 1, 2));
    }

    [Fact]
    public void Messages_say_what_is_wrong_and_what_is_right()
    {
        Assert.Equal(
            "weights holds 6 values, but 4 rows of 5 columns are 20. (Parameter 'weights')",
            Refuses("weights", weights => Initializers.Identity(weights, 4, 5, 1)));
        Assert.StartsWith(
            "stdDev is -0.5, but must be between 0 and 1E+30.",
            Refuses("stdDev", weights => Initializers.Normal(weights, 0, -0.5, 1, 2)),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "mean is -1E+31, but must be between -1E+30 and 1E+30.",
            Refuses("mean", weights => Initializers.Normal(weights, -1e31, 1, 1, 2)),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "rows is 0, but must be at least 1.",
            Refuses("rows", weights => Initializers.Identity(weights, 0, 6, 1)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_write_is_fine()
    {
        Initializers.Normal([], 0, 1, 1, 2);
        Initializers.Uniform([], 1, 1, 2);
        Initializers.TruncatedNormal([], 0, 1, 1, 2);
        Initializers.Constant([], 1);
        Initializers.Zeros([]);
    }

    private static string Refuses(string name, Initializer initialize)
    {
        float[] weights = [1, 2, 3, 4, 5, 6];
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => initialize(weights));
        Assert.Equal(name, error.ParamName);
        Assert.Equal([1, 2, 3, 4, 5, 6], weights);
        return error.Message;
    }
}
