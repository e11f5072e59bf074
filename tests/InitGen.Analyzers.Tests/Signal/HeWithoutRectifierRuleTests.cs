using System.Globalization;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class HeWithoutRectifierRuleTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Theory]
    [InlineData("0.7")]
    [InlineData("1")]
    public Task An_explicit_gain_is_silent(string gain) =>
        ReportsAsync(Network(500, $"500, Activation.Tanh, Init.HeNormal, Gain = {gain}, Repeat = 10", Softmax));

    [Theory]
    [InlineData("Relu")]
    [InlineData("LeakyRelu")]
    [InlineData("Elu")]
    [InlineData("Gelu")]
    [InlineData("Silu")]
    [InlineData("Mish")]
    [InlineData("Softplus")]
    public Task Rectifiers_are_silent(string activation) =>
        ReportsAsync(Network(500, $"500, Activation.{activation}, Init.HeUniform, Repeat = 10", Softmax));

    [Theory]
    [InlineData("10, Activation.Softmax, Init.HeNormal")]
    [InlineData("500, Activation.Linear, Init.HeNormal")]
    [InlineData("1, Activation.Sigmoid, Init.HeNormal")]
    [InlineData("500, Activation.Tanh, Init.HeUniform")]
    public Task The_last_layer_alone_is_silent(string last) =>
        ReportsAsync(Network(784, "500, Activation.Relu, Init.HeNormal, Repeat = 5", last));

    [Theory]
    [InlineData("Tanh")]
    [InlineData("Softsign")]
    [InlineData("Sigmoid")]
    public Task A_single_hidden_layer_with_a_negligible_effect_is_silent(string activation) =>
        ReportsAsync(Network(500, $"500, Activation.{activation}, Init.HeNormal", "500, Activation.Relu", Softmax));

    [Fact]
    public Task Layers_whose_fan_average_is_almost_the_fan_in_are_silent() => ReportsAsync(Network(
        10000, "400, Activation.Tanh, Init.HeNormal", "20, Activation.Linear, Init.HeNormal", "1, Activation.Tanh, Init.HeNormal"));

    [Fact]
    public Task Behind_an_initializer_that_nothing_is_known_of_it_is_silent() => ReportsAsync(
        Network(500, "500, Activation.Relu, Init.Identity", "500, Activation.Tanh, Init.HeNormal, Repeat = 10", Softmax));

    [Fact]
    public Task Behind_zeros_it_is_silent() => ReportsAsync(
        Network(500, "500, Activation.Tanh, {|INIT2001:Init.Zeros|}", "500, Activation.Tanh, Init.HeNormal, Repeat = 10", Softmax));

    [Fact]
    public Task A_single_linear_layer_whose_growth_reaches_the_output_is_reported() => SaysAsync(
        "INIT2004",
        Network(500, "500, Activation.Linear, {|#0:Init.HeNormal|}", "500, Activation.Relu").Replace("Layer2", "Features"),
        "'Layer1' has He weights under a linear activation, 2 times the variance that suits it: "
        + "predicted standard deviation 1.17 at the last layer, 0.826 with XavierUniform; use XavierUniform",
        DiagnosticSeverity.Info);

    [Fact]
    public Task A_single_layer_that_saturates_is_reported() => SaysAsync(
        "INIT2004",
        Network(500, "500, Activation.Tanh, {|#0:Init.HeNormal|}", Softmax).Replace("(500)", "(500, InputStdDev = 3)"),
        "'Layer1' has He weights under tanh, 2 times the variance that suits it: predicted pre-activation standard deviation 4.24 "
        + "and 48 % of the units saturated, 3 and 31.8 % with XavierUniform; use XavierUniform",
        DiagnosticSeverity.Info);

    [Fact]
    public Task Linear_layers_say_the_growth_at_the_output() => SaysAsync(
        "INIT2004",
        Network(500, "500, init: {|#0:Init.HeNormal|}, Repeat = 10").Replace("[Dense", "#pragma warning disable INIT2012\n[Dense"),
        "'Layer1' has He weights under a linear activation, 2 times the variance that suits it at each such layer: "
        + "predicted standard deviation 32 at the last layer, 1 with XavierUniform; use XavierUniform");

    [Fact]
    public Task Tanh_layers_say_their_saturation() => SaysAsync(
        "INIT2004",
        Network(500, "500, Activation.Tanh, {|#0:Init.HeUniform|}, Repeat = 10", Softmax),
        "'Layer1' has He weights under tanh, 2 times the variance that suits it at each such layer: predicted pre-activation "
        + "standard deviation 1.41 and 3.43 % of the units saturated, 1 and 0.276 % with XavierUniform; use XavierUniform",
        DiagnosticSeverity.Info);

    [Fact]
    public Task Saturation_of_less_than_a_thousandth_is_not_worth_words() => SaysAsync(
        "INIT2004",
        Network(500, "500, Activation.Tanh, {|#0:Init.HeUniform|}, Repeat = 10", Softmax).Replace("(500)", "(500, InputStdDev = 0.5)"),
        "'Layer1' has He weights under tanh, 2 times the variance that suits it at each such layer: predicted pre-activation "
        + "standard deviation 0.707, 0.5 with XavierUniform; use XavierUniform",
        DiagnosticSeverity.Info);

    // 2/100 is the variance that suits the first layer, and 2/1500 an eighth of the one that suits the others.
    [Fact]
    public async Task Saturation_that_the_remedy_leaves_as_it_is_is_not_mentioned()
    {
        Diagnostic small = await SingleReportAsync(
            "INIT2004",
            Network(100, "1500, Activation.Sigmoid, Init.HeNormal, Repeat = 3", Softmax).Replace("(100)", "(100, InputStdDev = 2)"));
        Assert.DoesNotContain("saturated", small.GetMessage(CultureInfo.InvariantCulture));
    }

    // Of 20,000 inputs √(2/20000) is within 3 % of what suits; of 500 it is not.
    [Fact]
    public Task A_stack_whose_first_layer_is_suitable_says_what_its_second_does() => SaysAsync(
        "INIT2004",
        Network(20000, "500, Activation.Tanh, {|#0:Init.HeNormal|}, Repeat = 3", Softmax),
        "'Layer1' has He weights under tanh, 2 times the variance that suits it at each such layer: predicted pre-activation standard "
        + "deviation 1.02 and 0.333 % of the units saturated, 0.718 and 0.00307 % with XavierUniform; use XavierUniform",
        DiagnosticSeverity.Info);

    [Fact]
    public Task Softmax_layers_say_the_growth_at_the_output() => SaysAsync(
        "INIT2004",
        Network(500, "500, Activation.Tanh, {|INIT2004:Init.HeNormal|}", "100, Activation.Softmax, {|#0:Init.HeNormal|}"),
        "'Layer2' has He weights under softmax, 1.2 times the variance that suits it: "
        + "predicted standard deviation 1.02 at the last layer, 0.811 with XavierUniform; use XavierUniform",
        DiagnosticSeverity.Info);

    [Fact]
    public Task Sigmoid_layers_say_that_their_weights_are_too_small() => SaysAsync(
        "INIT2004",
        Network(500, "500, Activation.Sigmoid, {|#0:Init.HeNormal|}, Repeat = 2", Softmax),
        "'Layer1' has He weights under sigmoid, 0.125 times the variance that suits it at each such layer: predicted pre-activation "
        + "standard deviation 1.41, 4 with XavierUniform and Gain = 4; use XavierUniform and Gain = 4",
        DiagnosticSeverity.Info);

    [Fact]
    public Task Every_wrong_layer_is_reported() => ReportsAsync(Network(
        784,
        "500, Activation.Tanh, {|INIT2004:Init.HeNormal|}",
        "500, Activation.Relu, Init.HeNormal",
        "500, Activation.Softsign, Init.HeUniform", // whose slope falls so fast that these suit it
        "100, Activation.Softmax, {|INIT2004:Init.HeNormal|}"));
}
