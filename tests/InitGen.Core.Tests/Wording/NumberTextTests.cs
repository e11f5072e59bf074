using InitGen.Wording;

namespace InitGen.Tests.Wording;

public class NumberTextTests
{
    [Theory]
    [InlineData(0.050508, "0.0505")]
    [InlineData(2.4e-7, "2.4e-07")]
    [InlineData(-1234.5, "-1.23e+03")]
    [InlineData(0, "0")]
    [InlineData(double.NaN, "unknown")]
    public void A_number_has_three_significant_digits(double number, string text) => Assert.Equal(text, NumberText.Of(number));

    [Theory]
    [InlineData(0.98234, "98.2 %")]
    [InlineData(1, "100 %")]
    [InlineData(0, "0 %")]
    [InlineData(double.NaN, "unknown")]
    public void A_fraction_is_shown_in_percent(double fraction, string text) => Assert.Equal(text, NumberText.Percent(fraction));

    [Theory]
    [InlineData(0.2425, "0.2425")]
    [InlineData(0.07 * 100, "7")]
    [InlineData(1e-30, "1e-30")]
    public void A_number_that_is_quoted_keeps_its_digits(double number, string text) => Assert.Equal(text, NumberText.Exact(number));

    [Theory]
    [InlineData(new[] { 0.5 }, "50 %")]
    [InlineData(new[] { 0.5, 0.5004 }, "50 %")]
    [InlineData(new[] { 0.98, 0.2, 0.33 }, "20 to 98 %")]
    public void Fractions_that_differ_are_shown_from_the_smallest_to_the_largest(double[] fractions, string text) =>
        Assert.Equal(text, NumberText.Percents(fractions));

    [Theory]
    [InlineData(648_010, "648,010")]
    [InlineData(2_147_483_648, "2,147,483,648")]
    [InlineData(7, "7")]
    public void A_count_has_its_thousands_apart(long count, string text) => Assert.Equal(text, NumberText.Of(count));
}
