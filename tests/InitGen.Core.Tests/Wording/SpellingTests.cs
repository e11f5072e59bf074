using InitGen.Wording;

namespace InitGen.Core.Tests.Wording;

public class SpellingTests
{
    [Theory]
    [InlineData("report", "reprot", "report", "list", "explain")] // swapped
    [InlineData("report", "eport", "report", "list", "explain")] // left out
    [InlineData("list", "lisst", "report", "list", "explain")] // one too many
    [InlineData("explain", "EXPLAYN", "report", "list", "explain")] // another, and in any case
    [InlineData("ab", "ac", "ab", "bd")]
    [InlineData("abc", "abd", "abc", "abe")] // the first of two that are equally near
    [InlineData("maximum_activation_ratio", "max_activation_ratio", "minimum_gradient_ratio", "maximum_activation_ratio")]
    public void The_nearest_word_was_meant(string expected, string word, params string[] known) =>
        Assert.Equal(expected, Spelling.Nearest(word, known));

    [Theory]
    [InlineData("zebra", "report", "list", "explain")]
    [InlineData("", "report")]
    [InlineData("a", "bc")]
    [InlineData("list")]
    public void No_word_is_near(string word, params string[] known) => Assert.Null(Spelling.Nearest(word, known));
}
