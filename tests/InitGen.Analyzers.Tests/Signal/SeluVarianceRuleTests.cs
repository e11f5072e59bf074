using System.Threading.Tasks;
using InitGen.CodeFixes;
using Microsoft.CodeAnalysis;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class SeluVarianceRuleTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Theory]
    [InlineData("Init.LeCunNormal")]
    [InlineData("Init.LeCunUniform")]
    [InlineData("Init.LeCunNormal, Gain = 0.75")]
    [InlineData("Init.Auto")]
    [InlineData("Init.Orthogonal")]
    [InlineData("Init.XavierNormal")]
    [InlineData("Init.Normal, StdDev = 0.0447")]
    public Task Weights_of_variance_one_over_fan_in_are_silent(string init) =>
        ReportsAsync(Network(500, $"500, Activation.Selu, {init}, Repeat = 10", Softmax));

    [Fact]
    public Task An_explicit_gain_is_silent() =>
        ReportsAsync(Network(500, "500, Activation.Selu, Init.XavierNormal, Gain = 0.75, Repeat = 10", Softmax));

    [Fact]
    public Task A_single_layer_whose_effect_is_negligible_is_silent() =>
        ReportsAsync(Network(784, "500, Activation.Selu, Init.XavierUniform, Repeat = 10", Softmax));

    [Fact]
    public Task The_last_layer_is_silent() => ReportsAsync(Network(500, "500, Activation.Relu", "500, Activation.Selu, Init.HeNormal"));

    [Fact]
    public Task Unpredictable_weights_are_silent() =>
        ReportsAsync(Network(500, "500, Activation.Selu, Init.Identity", "500, Activation.Selu, Init.HeNormal, Repeat = 4", Softmax));

    [Fact]
    public Task Zeros_are_another_rules() =>
        ReportsAsync(Network(500, "500, Activation.Selu, {|INIT2001:Init.Zeros|}, Repeat = 4", Softmax));

    [Fact]
    public Task Zeros_that_noise_on_the_biases_makes_up_for_are_another_rules() =>
        ReportsAsync(Network(500, "500, Activation.Selu, {|INIT3004:Init.Zeros|}, BiasStdDev = 1, Repeat = 4", Softmax));

    [Fact]
    public Task LeCun_weights_of_another_fan_are_meant() => ReportsAsync(Network(
        100,
        "400, Activation.Selu, Init.LeCunNormal, FanMode = FanMode.Out",
        "1600, Activation.Selu, Init.LeCunUniform, FanMode = FanMode.Out",
        Softmax));

    [Fact]
    public Task Doubled_variance_is_reported() => SaysAsync(
        "INIT2005",
        Network(500, "500, Activation.Selu, {|#0:Init.HeNormal|}, Repeat = 10", Softmax),
        "'Layer1' has 2 times the variance 1/fan-in under SELU, so it does not normalize itself: predicted standard deviation "
        + "5.96 at the last layer, 1.4 with LeCunNormal; use LeCunNormal",
        DiagnosticSeverity.Info);

    // 2/(100 + 500) is a third of 1/100.
    [Fact]
    public Task The_layers_of_a_stack_that_have_more_and_less_are_each_told() => SaysAsync(
        "INIT2005",
        Network(100, "500, Activation.Selu, {|#0:Init.Normal|}, StdDev = 0.0577, Repeat = 10", Softmax),
        "'Layer1' has 0.333 to 1.66 times the variance 1/fan-in under SELU, so it does not normalize itself: predicted standard deviation "
        + "3.22 at the last layer, 1.4 with LeCunNormal; use LeCunNormal",
        DiagnosticSeverity.Info);

    [Theory]
    [InlineData("Init.HeUniform")]
    [InlineData("Init.Orthogonal, Gain = 1.4142")]
    [InlineData("Init.Normal, StdDev = 0.01")]
    public Task Other_variances_are_reported(string init)
    {
        string[] parts = init.Split(',', 2);
        string rest = parts.Length > 1 ? "," + parts[1] : "";
        return ReportsAsync(Network(500, $"500, Activation.Selu, {{|INIT2005:{parts[0]}|}}{rest}, Repeat = 10", Softmax));
    }

    [Fact]
    public Task Orthogonal_weights_of_growing_layers_are_reported() => ReportsAsync(Network(
        200, "400, Activation.Selu, {|INIT2005:Init.Orthogonal|}", "800, Activation.Selu, {|INIT2005:Init.Orthogonal|}", Softmax));

    [Fact]
    public Task The_fix_writes_LeCun_weights() => FixesAsync<InitializerFixer>(
        Network(
            500,
            "500, Activation.Selu, {|INIT2005:Init.Normal|}, StdDev = 0.1, Repeat = 10",
            "500, Activation.Selu, {|INIT2005:Init.HeNormal|}, Repeat = 2",
            Softmax),
        Network(500, "500, Activation.Selu, Init.LeCunNormal, Repeat = 10", "500, Activation.Selu, Init.LeCunNormal, Repeat = 2", Softmax));
}
