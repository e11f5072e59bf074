using InitGen.Wording;

namespace InitGen.Tests.Wording;

public class LearningTextTests
{
    [Theory]
    [InlineData(0.00522, 0.314, "SGD learns best at rates from about 0.0052 to 0.31")]
    [InlineData(2e-5, 0.314, "SGD learns best at rates from about 2e-05 to 0.31")]
    [InlineData(3, 214, "SGD learns best at rates from about 3 to 210")]
    [InlineData(0.5, 0.1, "SGD learns at hardly any rate: below about 0.5 too slowly, and above 0.1 it diverges")]
    [InlineData(1.7e-13, 1.1e-10, "SGD diverges at rates above about 1.1e-10")]
    [InlineData(3300, 5000, "SGD learns too slowly at rates below about 3300")]
    [InlineData(double.NaN, 0.1, null)]
    [InlineData(0.1, double.NaN, null)]
    [InlineData(0, 0, null)]
    public void Rates_outside_of_all_that_are_in_use_are_not_recommended(double smallest, double largest, string? text) =>
        Assert.Equal(text, LearningText.Rates(new LearningRateWindow { Smallest = smallest, Largest = largest }));

    [Fact]
    public void Equal_logits_have_the_logarithm_of_the_number_of_classes() =>
        Assert.Equal("first cross-entropy 6.91, of equal logits ln 1,000 = 6.91", LearningText.FirstLoss(1000, 0));
}
