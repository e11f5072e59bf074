using System.Linq;
using InitGen.Reporting.Charts;

namespace InitGen.Reporting.Tests.Charts;

public sealed class ValueAxisTests
{
    [Fact]
    public void A_linear_axis_holds_0_and_has_round_ticks()
    {
        var axis = ValueAxis.Linear([0.13, 0.98, double.NaN, double.PositiveInfinity]);
        Assert.Equal(["0", "0.2", "0.4", "0.6", "0.8", "1"], axis.Ticks.Select(tick => tick.Text));
        Assert.Equal(0.5, axis.Position(0.5)!.Value, 1e-12);
        Assert.Null(axis.Position(double.NaN));
    }

    [Fact]
    public void A_logarithmic_axis_has_whole_decades()
    {
        var axis = ValueAxis.Logarithmic([3e-7, 0.2, 1]);
        Assert.Equal(["10⁻⁷", "10⁻⁵", "0.001", "0.1", "10"], axis.Ticks.Select(tick => tick.Text));
        Assert.Equal(0.25, axis.Position(1e-5)!.Value, 1e-12);
        Assert.Null(axis.Position(-1));
        Assert.Null(axis.Position(double.PositiveInfinity));
    }

    [Fact]
    public void A_zero_stands_at_the_foot_of_a_logarithmic_axis()
    {
        var axis = ValueAxis.Logarithmic([0, 0.1, 1]);
        Assert.Equal(["0", "0.1", "1"], axis.Ticks.Select(tick => tick.Text));
        Assert.Equal(0, axis.Position(0));
        Assert.InRange(axis.Position(0.1)!.Value, 0.05, 0.3);
        Assert.Equal(1, axis.Position(1)!.Value, 1e-12);
    }

    [Fact]
    public void Large_values_of_either_sign_leave_room_for_those_around_1()
    {
        var axis = ValueAxis.OfSigned([-5_000, 3_600, 0.5]);
        Assert.Equal(["−10⁴", "−100", "0", "100", "10⁴"], axis.Ticks.Select(tick => tick.Text));
        Assert.Equal(0.5, axis.Position(0)!.Value, 1e-12);
        Assert.Equal("linear", ValueAxis.OfSigned([-2, 3]).Kind);
        Assert.Equal("0", ValueAxis.OfSigned([1, 5_000]).Ticks[0].Text);
    }

    [Theory]
    [InlineData("linear", 0.1, 1)]
    [InlineData("logarithmic", 0.001, 1)]
    [InlineData("linear", 0, 0)]
    public void Scales_are_logarithmic_where_they_differ_much(string kind, double one, double other) =>
        Assert.Equal(kind, ValueAxis.OfScale([one, other]).Kind);

    [Fact]
    public void No_values_have_an_axis_all_the_same()
    {
        Assert.Equal(["0.1", "1"], ValueAxis.Logarithmic([double.NaN]).Ticks.Select(tick => tick.Text));
        Assert.Equal(6, ValueAxis.Linear([]).Ticks.Length);
        Assert.Equal(6, ValueAxis.OfSigned([]).Ticks.Length);
    }

    [Fact]
    public void Labels_move_apart_as_little_as_can_be()
    {
        Assert.Equal([10, 50, 90], LabelPlaces.Spread([10, 50, 90], distance: 14, lower: 0, upper: 100));
        Assert.Equal([36, 50, 64], LabelPlaces.Spread([50, 50, 50], distance: 14, lower: 0, upper: 100));
        Assert.Equal([10, 43, 57], LabelPlaces.Spread([10, 49, 51], distance: 14, lower: 0, upper: 100));
        Assert.Equal([72, 86, 100], LabelPlaces.Spread([98, 99, 100], distance: 14, lower: 0, upper: 100));
        Assert.Empty(LabelPlaces.Spread([], distance: 14, lower: 0, upper: 100));
    }
}
