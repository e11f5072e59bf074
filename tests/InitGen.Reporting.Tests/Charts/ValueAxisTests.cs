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
        Assert.Equal(0.5, axis.PlaceOf(0.5)!.Value.Position, 1e-12);
        Assert.Null(axis.PlaceOf(double.NaN));
    }

    [Fact]
    public void A_logarithmic_axis_has_whole_decades()
    {
        var axis = ValueAxis.Logarithmic([3e-7, 0.2, 1]);
        Assert.Equal(["10⁻⁷", "10⁻⁵", "10⁻³", "10⁻¹", "10¹"], axis.Ticks.Select(tick => tick.Text));
        Assert.Equal(0.25, axis.PlaceOf(1e-5)!.Value.Position, 1e-12);
        Assert.Null(axis.PlaceOf(-1));
        Assert.Equal(new ValueAxis.Place(1, Beyond: 1), axis.PlaceOf(double.PositiveInfinity));
    }

    [Fact]
    public void What_explodes_does_not_flatten_the_others()
    {
        var axis = ValueAxis.OfScale([0.3, 0.9, 1e99, 1e-50]);
        Assert.Equal(["10⁻⁷", "10⁻⁴", "10⁻¹", "10²", "10⁵"], axis.Ticks.Select(tick => tick.Text));
        Assert.Equal(new ValueAxis.Place(1, Beyond: 1), axis.PlaceOf(1e99));
        Assert.Equal(new ValueAxis.Place(0, Beyond: -1), axis.PlaceOf(1e-50));
        Assert.Equal(0.5, axis.PlaceOf(0.1)!.Value.Position, 1e-12);
        axis = ValueAxis.OfSigned([-1e99, 0.5]);
        Assert.Equal(new ValueAxis.Place(0, Beyond: -1), axis.PlaceOf(-1e99));
        Assert.InRange(ValueAxis.Linear([0.5, 1e99]).PlaceOf(1e99)!.Value.Beyond, 1, 1);
    }

    [Theory]
    [InlineData(0.0505, "0.0505")]
    [InlineData(-0.25, "−0.25")]
    [InlineData(1159.7, "1,160")]
    [InlineData(1.16e33, "1.16·10³³")]
    [InlineData(-2.4e-7, "−2.4·10⁻⁷")]
    [InlineData(9.999e-4, "10⁻³")]
    [InlineData(0, "0")]
    [InlineData(double.NaN, "unknown")]
    [InlineData(double.NegativeInfinity, "−∞")]
    public void Numbers_have_three_digits(double number, string text) => Assert.Equal(text, TickText.Of(number));

    [Fact]
    public void A_zero_stands_at_the_foot_of_a_logarithmic_axis()
    {
        var axis = ValueAxis.Logarithmic([0, 0.1, 1]);
        Assert.Equal(["0", "0.1", "1"], axis.Ticks.Select(tick => tick.Text));
        Assert.Equal(new ValueAxis.Place(0, Beyond: 0), axis.PlaceOf(0));
        Assert.InRange(axis.PlaceOf(0.1)!.Value.Position, 0.05, 0.3);
        Assert.Equal(1, axis.PlaceOf(1)!.Value.Position, 1e-12);
    }

    [Fact]
    public void Large_values_of_either_sign_leave_room_for_those_around_1()
    {
        var axis = ValueAxis.OfSigned([-5_000, 3_600, 0.5]);
        Assert.Equal(["−10⁴", "−10²", "0", "10²", "10⁴"], axis.Ticks.Select(tick => tick.Text));
        Assert.Equal(0.5, axis.PlaceOf(0)!.Value.Position, 1e-12);
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
