using InitGen.Mathematics;
using InitGen.Tests.Reference;

namespace InitGen.Tests.Mathematics;

public class NormalDistributionTests
{
    // Computed with 30 digits.
    [Theory]
    [InlineData(-37.5, 4.6053530095819548438e-308, 1.7282337322841052208e-306)]
    [InlineData(-20, 2.7536241186062336951e-89, 5.5209483621597631896e-88)]
    [InlineData(-10, 7.619853024160526066e-24, 7.6945986267064193463e-23)]
    [InlineData(-5.3, 5.7901340399645884827e-8, 3.1713492167159751703e-7)]
    [InlineData(-1, 0.15865525393145705141, 0.2419707245191433498)]
    [InlineData(-0.001, 0.49960105778608893742, 0.398942080930342345)]
    [InlineData(0.3, 0.61791142218895263731, 0.38138781546052408561)]
    [InlineData(1, 0.84134474606854294859, 0.2419707245191433498)]
    [InlineData(2.5, 0.99379033467422386483, 0.017528300493568537362)]
    [InlineData(6, 0.99999999901341235496, 6.075882849823285487e-9)]
    public void Distribution_and_density_have_all_their_digits_in_both_tails(double z, double cumulative, double density)
    {
        Close.Equal(cumulative, NormalDistribution.Cumulative(z), 2e-15);
        Close.Equal(density, NormalDistribution.Density(z), 2e-15);
    }

    [Fact]
    public void Half_of_the_probability_lies_on_either_side_of_zero()
    {
        Assert.Equal(0.5, NormalDistribution.Cumulative(0));
        Assert.Equal(0.5, NormalDistribution.Probability(new Interval(0, double.PositiveInfinity)));
        Assert.Equal(1, NormalDistribution.Probability(new Interval(double.NegativeInfinity, double.PositiveInfinity)));
    }

    [Theory]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(-1e300, 0)]
    [InlineData(1e300, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    public void Far_out_the_distribution_is_0_or_1(double z, double expected)
    {
        Assert.Equal(expected, NormalDistribution.Cumulative(z));
        Assert.Equal(0, NormalDistribution.Density(z));
    }

    [Fact]
    public void An_interval_in_the_upper_tail_is_as_exact_as_its_mirror_image()
    {
        double lower = NormalDistribution.Probability(new Interval(-11, -10));
        Assert.Equal(lower, NormalDistribution.Probability(new Interval(10, 11)));
        Close.Equal(7.6198530241605260660e-24 - 1.9106595744986622e-28, lower, 1e-14);
    }
}
