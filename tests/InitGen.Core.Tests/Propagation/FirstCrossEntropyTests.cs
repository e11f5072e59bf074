using System;
using System.Globalization;
using System.Linq;
using InitGen.Propagation;
using InitGen.Tests.Reference;

namespace InitGen.Tests.Propagation;

public class FirstCrossEntropyTests
{
    private const double Tolerance = 1e-7;

    public static TheoryData<string> ReferenceRows => [.. ReferenceData.ReadLines("first-losses.csv").Skip(1)];

    [Theory]
    [MemberData(nameof(ReferenceRows))]
    public void Every_reference_row_is_reproduced(string row)
    {
        double[] numbers = [.. row.Split(',').Select(column => double.Parse(column, CultureInfo.InvariantCulture))];
        Close.Equal(numbers[2], FirstCrossEntropy.Of((int)numbers[0], numbers[1]), Tolerance);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(50_000)]
    public void Logits_of_0_give_the_logarithm_of_the_number_of_classes(int classes) =>
        Close.Equal(Math.Log(classes), FirstCrossEntropy.Of(classes, 0), Tolerance);

    // The expectation of exp(z) is exp(σ²/2), by which Jensen's inequality bounds that of its logarithm; of few, large ones the largest is
    // nearly all, whose mean is 1.5388 σ of ten (Harter 1961).
    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.5)]
    [InlineData(4)]
    [InlineData(1e6)]
    public void It_lies_between_the_largest_logit_and_the_bound_of_Jensens_inequality(double stdDev)
    {
        double loss = FirstCrossEntropy.Of(10, stdDev);
        Assert.InRange(loss, 1.538752 * stdDev, Math.Log(10) + (stdDev * stdDev / 2) + Tolerance);
    }

    [Fact]
    public void One_class_costs_nothing() => Close.Equal(0, FirstCrossEntropy.Of(1, 3), 0, absolute: Tolerance);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_unknown_stays_unknown(double stdDev) => Assert.Equal(double.NaN, FirstCrossEntropy.Of(10, stdDev));

    [Fact]
    public void Arguments_out_of_range_are_named()
    {
        Assert.Equal("classes", Assert.Throws<ArgumentOutOfRangeException>(() => FirstCrossEntropy.Of(0, 1)).ParamName);
        Assert.Equal("logitStdDev", Assert.Throws<ArgumentOutOfRangeException>(() => FirstCrossEntropy.Of(10, -1)).ParamName);
    }
}
