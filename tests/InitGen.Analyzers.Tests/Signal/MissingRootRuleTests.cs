using System.Threading.Tasks;
using InitGen.CodeFixes;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class MissingRootRuleTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Theory]
    [InlineData("Activation.Relu", "Normal", "StdDev = 0.05051")]
    [InlineData("Activation.Tanh", "Normal", "StdDev = 0.03947")]
    [InlineData("Activation.Tanh", "Uniform", "Limit = 0.06836")]
    [InlineData("Activation.Tanh", "Normal", "StdDev = 0.03571")]
    [InlineData("Activation.Relu", "Uniform", "Limit = 0.08748")]
    public Task Rooted_formulas_are_silent(string activation, string init, string argument) =>
        ReportsAsync(Network(784, $"500, {activation}, Init.{init}, {argument}", Softmax));

    [Fact]
    public Task A_number_that_is_also_a_rooted_formula_is_silent() =>
        ReportsAsync(Network(2, "4, Activation.Tanh, Init.Normal, StdDev = 1", Softmax));

    [Fact]
    public Task A_formula_that_is_also_another_one_with_its_root_is_silent() => // 2/8 = √(2/(8 + 24))
        ReportsAsync(Network(8, "24, Activation.Relu, Init.Normal, StdDev = 0.25", Softmax));

    [Theory]
    [InlineData(8, "{|INIT2007:0.25|}")]
    [InlineData(7, "0.2857")]
    public Task A_quarter_is_the_largest_number_that_counts_as_a_formula(int inputs, string number) => // 2/n
        ReportsAsync(Network(inputs, $"500, Activation.Relu, Init.Normal, StdDev = {number}", Softmax));

    [Theory]
    [InlineData("0.01")]
    [InlineData("0.1")]
    [InlineData("0.055")]
    public Task Numbers_that_are_no_formula_are_silent(string number) =>
        ReportsAsync(Network(500, $"500, Activation.Tanh, Init.Normal, StdDev = {number}", Softmax));

    [Fact]
    public Task A_tiny_layer_is_silent() => ReportsAsync(Network(2, "4, Activation.Relu, Init.Normal, StdDev = 0.5", Softmax));

    [Fact]
    public Task A_number_whose_root_suits_the_layer_less_is_silent() =>
        ReportsAsync(Network(500, "500, Activation.Tanh, Init.Normal, StdDev = 0.024, Repeat = 2", Softmax));

    [Fact]
    public Task The_small_scale_of_a_last_layer_is_silent() =>
        ReportsAsync(Network(500, "100, Activation.Relu", "10, Activation.Softmax, Init.Normal, StdDev = 0.01"));

    [Fact]
    public Task A_repeated_layer_that_follows_a_rooted_formula_at_its_first_is_silent() =>
        ReportsAsync(Network(8, "200, Activation.Tanh, Init.Normal, StdDev = 0.0707, Repeat = 2", Softmax));

    [Fact]
    public Task A_repeated_layer_that_follows_a_rooted_formula_but_at_its_first_is_silent() => // 2/20 = √(2/200)
        ReportsAsync(Network(20, "200, Activation.Relu, Init.Normal, StdDev = 0.1, Repeat = 3", Softmax));

    [Theory]
    [InlineData("Activation.Relu", "Normal", "StdDev", "2.0 / 784")]
    [InlineData("Activation.Tanh", "TruncatedNormal", "StdDev", "2.0 / (784 + 500)")]
    [InlineData("Activation.Tanh", "Uniform", "Limit", "0.00467")]
    [InlineData("Activation.Sigmoid", "Uniform", "Limit", "0.0187")]
    [InlineData("Activation.Selu", "Normal", "StdDev", "0.00128")]
    public Task A_formula_without_its_root_is_reported(string activation, string init, string name, string number) =>
        ReportsAsync(Network(784, $"500, {activation}, Init.{init}, {name} = {{|INIT2007:{number}|}}", Softmax));

    [Fact]
    public Task The_message_says_the_formula_and_the_loss() => SaysAsync(
        "INIT2007",
        Network(784, "500, Activation.Relu, Init.Normal, StdDev = {|#0:0.00255|}", Softmax),
        "'Layer1' has StdDev 0.00255, which is 2/n without the square root: predicted standard deviation 0.0707 at the last "
        + "layer, 1.4 with HeNormal; use HeNormal");

    // Twenty SELU layers forget what scale came in.
    [Fact]
    public Task Where_the_last_layer_does_not_show_it_the_layer_itself_does() => SaysAsync(
        "INIT2007",
        Network(784, "500, Activation.Selu, Init.Normal, StdDev = {|#0:0.001275|}", "500, Activation.Selu, Repeat = 30", Softmax),
        "'Layer1' has StdDev 0.001275, which is 1/n without the square root: predicted standard deviation 0.0497 at layer "
        + "'Layer1', 1 with LeCunNormal; use LeCunNormal");

    [Fact]
    public Task A_number_that_is_computed_is_said_with_three_digits() => SaysAsync(
        "INIT2007",
        Network(784, "500, Activation.Relu, Init.Normal, StdDev = {|#0:2.0 / 784|}", Softmax),
        "'Layer1' has StdDev 0.00255, which is 2/n without the square root: predicted standard deviation 0.0707 at the last "
        + "layer, 1.4 with HeNormal; use HeNormal");

    [Fact]
    public Task Without_a_prediction_the_message_has_no_number() => SaysAsync(
        "INIT2007",
        Network(500, "500, Activation.Relu, Init.Identity", "500, Activation.Tanh, Init.Uniform, Limit = {|#0:0.006|}", Softmax),
        "'Layer2' has Limit 0.006, which is 6/(n + m) without the square root; use XavierUniform");

    [Fact]
    public Task A_repeated_layer_is_held_against_both_its_shapes() => ReportsAsync(Network(
        784, "500, Activation.Relu, Init.Normal, StdDev = {|INIT2007:0.004|}, Repeat = 10", Softmax));

    [Fact]
    public Task The_fix_writes_the_initializer_that_suits_the_layer() => FixesAsync<InitializerFixer>(
        Network(
            784,
            "500, Activation.Relu, Init.Normal, StdDev = {|INIT2007:0.00255|}, Bias = 0.1",
            "500, init: Init.Uniform, activation: Activation.Tanh, Limit = {|INIT2007:0.006|}",
            Softmax),
        Network(
            784,
            "500, Activation.Relu, Init.HeNormal, Bias = 0.1",
            "500, init: Init.XavierUniform, activation: Activation.Tanh",
            Softmax));
}
