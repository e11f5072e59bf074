using System.Threading.Tasks;
using InitGen.CodeFixes;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class BoundAsStdDevRuleTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Theory]
    [InlineData("Activation.Relu, Init.Normal, StdDev = 0.05051")]
    [InlineData("Activation.Relu, Init.Uniform, Limit = 0.08748")]
    [InlineData("Activation.Tanh, Init.Uniform, Limit = 0.06836")]
    [InlineData("Activation.Selu, Init.Uniform, Limit = 0.06186")]
    public Task Bounds_of_uniform_and_deviations_of_normal_weights_are_silent(string layer) =>
        ReportsAsync(Network(784, $"500, {layer}", Softmax));

    [Fact]
    public Task A_bound_that_is_also_a_standard_deviation_is_silent() =>
        ReportsAsync(Network(200, "400, Activation.Sigmoid, Init.Normal, StdDev = 0.1", "400, Activation.Relu", Softmax));

    [Fact]
    public Task The_last_layer_is_silent() =>
        ReportsAsync(Network(500, "500, Activation.Relu", "10, Activation.Softmax, Init.Uniform, Limit = 0.0632"));

    [Fact]
    public Task A_single_layer_without_a_visible_effect_is_silent() =>
        ReportsAsync(Network(500, "500, Activation.Tanh, Init.Uniform, Limit = 0.0447", "500, Activation.Tanh, Repeat = 20", Softmax));

    [Fact]
    public Task Behind_an_initializer_that_nothing_is_known_of_it_is_silent() =>
        ReportsAsync(Network(500, "500, Activation.Relu, Init.Identity", "500, Activation.Relu, Init.Uniform, Limit = 0.0632", Softmax));

    [Fact]
    public Task A_standard_deviation_as_a_bound_is_reported() => SaysAsync(
        "INIT2008",
        Network(784, "500, Activation.Relu, Init.Uniform, Limit = {|#0:0.0505|}", Softmax),
        "'Layer1' has Limit 0.0505, the standard deviation √(2/n) where a bound belongs, so its weights are √3 times too "
        + "small: predicted standard deviation 0.808 at the last layer, 1.4 with HeNormal; use HeNormal");

    [Fact]
    public Task A_bound_as_a_standard_deviation_is_reported() => SaysAsync(
        "INIT2008",
        Network(784, "500, Activation.Relu, Init.Normal, StdDev = {|#0:0.0875|}", Softmax),
        "'Layer1' has StdDev 0.0875, the bound √(6/n) where a standard deviation belongs, so its weights are √3 times too "
        + "large: predicted standard deviation 2.43 at the last layer, 1.4 with HeNormal; use HeNormal");

    // √(1/17) = 0.2425; U(−l, l) with it has the variance 1/(3 · 17), a sixth of 2/17: √6 = 2.45.
    [Fact]
    public Task Where_the_formula_that_was_meant_does_not_suit_either_that_is_said_with_the_number_as_it_is_written() => SaysAsync(
        "INIT2008",
        Network(17, "50, Activation.Relu, Init.Uniform, Limit = {|#0:0.2425|}", Softmax),
        "'Layer1' has Limit 0.2425, the standard deviation √(1/n) where a bound belongs, so its weights are √3 times smaller than meant, "
        + "and 2.45 times too small for ReLU: predicted standard deviation 0.527 at the last layer, 1.29 with HeNormal; use HeNormal");

    [Fact]
    public Task A_bound_that_is_too_large_for_what_was_meant_and_for_the_activation_is_said_to_be_both() => SaysAsync(
        "INIT2008",
        Network(784, "500, Activation.Tanh, Init.Normal, StdDev = {|#0:0.0875|}, Repeat = 2", Softmax),
        "'Layer1' has StdDev 0.0875, the bound √(6/n) where a standard deviation belongs, so its weights are √3 times larger than meant, "
        + "and 2.22 times too large for tanh: predicted standard deviation 1.06 at the last layer, 0.7 with XavierUniform; "
        + "use XavierUniform");

    [Theory]
    [InlineData("Selu", "0.06186")] // √(3/n)
    [InlineData("Relu", "0.08748")] // √(6/n)
    [InlineData("Linear", "0.06836")] // √(6/(n + m))
    public Task The_bounds_of_LeCun_He_and_Xavier_weights_are_known(string activation, string number) =>
        ReportsAsync(Network(784, $"500, Activation.{activation}, Init.Normal, StdDev = {{|INIT2008:{number}|}}", Softmax));

    [Fact]
    public Task A_stack_is_held_against_its_own_shape() =>
        ReportsAsync(Network(784, "500, Activation.Tanh, Init.Uniform, Limit = {|INIT2008:0.0447|}, Repeat = 10", Softmax));

    [Fact]
    public Task The_fix_writes_the_initializer_that_suits_the_layer() => FixesAsync<InitializerFixer>(
        Network(
            500,
            "500, Activation.Relu, Init.Uniform, Limit = {|INIT2008:0.0632|}, Repeat = 3",
            "500, Activation.Relu, Init.Normal, StdDev = {|INIT2008:0.1095|}",
            Softmax),
        Network(500, "500, Activation.Relu, Init.HeNormal, Repeat = 3", "500, Activation.Relu, Init.HeNormal", Softmax));
}
