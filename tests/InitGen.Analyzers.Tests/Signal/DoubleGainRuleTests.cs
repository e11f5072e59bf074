using System.Threading.Tasks;
using InitGen.CodeFixes;
using Microsoft.CodeAnalysis;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class DoubleGainRuleTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Theory]
    [InlineData("Activation.Relu, Init.HeNormal")]
    [InlineData("Activation.Relu, Init.HeNormal, Gain = 1")]
    [InlineData("Activation.Relu, Init.HeNormal, Gain = 1.2")]
    [InlineData("Activation.Relu, Init.XavierNormal, Gain = 1.4142")]
    [InlineData("Activation.Relu, Init.LeCunNormal, Gain = 1.4142")]
    [InlineData("Activation.Relu, Init.Orthogonal, Gain = 1.4142")]
    [InlineData("Activation.LeakyRelu, Init.HeNormal, Gain = 0.99995")]
    [InlineData("Activation.Gelu, Init.HeNormal, Gain = 1.4142")]
    [InlineData("Activation.Tanh, Init.HeNormal, Gain = 0.7071")]
    public Task Other_gains_and_initializers_are_silent(string layer) => ReportsAsync(Network(500, $"500, {layer}, Repeat = 5", "10"));

    [Fact]
    public Task The_last_layer_is_silent() => ReportsAsync(Network(500, "10, Activation.Relu, Init.HeNormal, Gain = 1.4142"));

    [Fact]
    public Task A_gain_that_makes_up_for_another_fan_is_silent() =>
        ReportsAsync(Network(500, "1000, Activation.Relu, Init.HeNormal, FanMode = FanMode.Out, Gain = 1.4142", Softmax));

    [Fact]
    public Task The_gain_of_ReLU_is_reported() => SaysAsync(
        "INIT2009",
        Network(500, "500, Activation.Relu, Init.HeNormal, Gain = {|#0:1.414|}, Repeat = 10"),
        "'Layer1' has Gain 1.414 on He weights, which make up for ReLU by themselves: predicted standard deviation 26.4 at the "
        + "last layer, 0.826 without it; remove Gain");

    [Theory]
    [InlineData("0.3", "1.355")]
    [InlineData("0.3", "0.958")]
    [InlineData("0.01", "1.414")]
    public Task The_gain_of_a_leaky_ReLU_is_reported(string slope, string gain) => ReportsAsync(Network(
        500, $"500, Activation.LeakyRelu, Init.HeUniform, Slope = {slope}, Gain = {{|INIT2009:{gain}|}}, Repeat = 10", Softmax));

    // √2 ± 1 % is from 1.40007 to 1.42836.
    [Theory]
    [InlineData("{|INIT2009:1.401|}")]
    [InlineData("{|INIT2009:1.428|}")]
    [InlineData("1.4")]
    [InlineData("1.429")]
    public Task A_gain_may_be_rounded_to_one_percent(string gain) =>
        ReportsAsync(Network(500, $"500, Activation.Relu, Init.HeNormal, Gain = {gain}, Repeat = 5", "10"));

    // The first has half as many inputs as units: under fan-out, the gain is what makes up for it.
    [Fact]
    public Task A_gain_that_one_layer_of_a_stack_needs_is_silent() =>
        ReportsAsync(Network(250, "500, Activation.Relu, Init.HeNormal, FanMode = FanMode.Out, Gain = 1.4142, Repeat = 3", Softmax));

    [Fact]
    public Task Without_a_prediction_the_message_has_no_number() => SaysAsync(
        "INIT2009",
        Network(500, "500, Activation.Relu, Init.Identity", "500, Activation.Relu, Init.HeNormal, Gain = {|#0:1.414|}", Softmax),
        "'Layer2' has Gain 1.414 on He weights, which make up for ReLU by themselves; remove Gain",
        DiagnosticSeverity.Info);

    [Fact]
    public Task The_fix_removes_the_gain() => FixesAsync<ArgumentRemovalFixer>(
        Network(
            500,
            "500, Activation.Relu, Init.HeUniform, FanMode = FanMode.Out, Gain = {|INIT2009:1.414|}, Repeat = 9",
            "500, Activation.LeakyRelu, Init.HeNormal, Gain = {|INIT2009:1.4142|}, Truncated = true",
            Softmax),
        Network(
            500,
            "500, Activation.Relu, Init.HeUniform, FanMode = FanMode.Out, Repeat = 9",
            "500, Activation.LeakyRelu, Init.HeNormal, Truncated = true",
            Softmax));

    [Fact]
    public Task The_title_of_the_fix_says_what_it_changes() => FixesAsync<ArgumentRemovalFixer>(
        Network(500, "500, Activation.Relu, Init.HeNormal, Gain = {|INIT2009:1.414|}, Repeat = 10"),
        Network(500, "500, Activation.Relu, Init.HeNormal, Repeat = 10"),
        "Remove 'Gain = 1.414' (predicted std at the output 0.826 instead of 26.4)");
}
