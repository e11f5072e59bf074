using System.Threading.Tasks;
using InitGen.CodeFixes;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class SaturatingBiasRuleTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Theory]
    [InlineData("Activation.Relu, Bias = 0.01")]
    [InlineData("Activation.Relu, Bias = -1")]
    [InlineData("Activation.Relu, Bias = 2")]
    [InlineData("Activation.LeakyRelu, Bias = -10")]
    [InlineData("Activation.Elu, Bias = -3")]
    [InlineData("Activation.Tanh, Bias = 1")]
    [InlineData("Activation.Sigmoid, Init.XavierUniform, Bias = -3")]
    public Task Biases_that_leave_units_active_are_silent(string layer) => ReportsAsync(Network(784, $"500, {layer}", Softmax));

    [Theory]
    [InlineData("1, Activation.Sigmoid, Bias = -7")]
    [InlineData("10, Activation.Softmax, Bias = -7")]
    [InlineData("10, Activation.Softplus, Bias = -7")]
    public Task The_output_layer_is_silent(string output) => ReportsAsync(Network(784, "500, Activation.Relu", output));

    [Fact]
    public Task Unknown_predictions_are_silent() =>
        ReportsAsync(Network(500, "500, Activation.Relu, Init.Identity", "500, Activation.Relu, Bias = -9", Softmax));

    [Fact]
    public Task Units_that_saturate_without_a_bias_too_are_another_rules() =>
        ReportsAsync(Network(500, "500, Activation.Tanh, {|INIT3003:Init.Normal|}, StdDev = 1, Bias = 0.1", Softmax));

    [Fact]
    public Task Zero_weights_are_another_rules() =>
        ReportsAsync(Network(500, "500, Activation.Relu, {|INIT2001:Init.Zeros|}, Bias = -9", Softmax));

    [Fact]
    public Task A_bias_that_silences_ReLU_is_reported() => SaysAsync(
        "INIT2011",
        Network(784, "500, Activation.Relu, Bias = {|#0:-3|}", Softmax),
        "'Layer1' starts from bias -3, so only 1.69 % of its ReLU units are predicted to be active, 50 % with bias 0; remove "
        + "Bias or choose one nearer to 0");

    [Fact]
    public Task A_bias_that_saturates_tanh_is_reported() => SaysAsync(
        "INIT2011",
        Network(500, "500, Activation.Tanh, Bias = {|#0:3|}, Repeat = 3", Softmax),
        "'Layer1' starts from bias 3, so 50.3 % of its tanh units are predicted to start saturated, 0.000187 % with bias 0; "
        + "remove Bias or choose one nearer to 0");

    [Fact]
    public Task A_bias_that_saturates_sigmoid_is_reported() =>
        ReportsAsync(Network(500, "500, Activation.Sigmoid, Init.XavierUniform, Bias = {|INIT2011:-8|}", Softmax));

    [Fact]
    public Task The_fix_removes_the_bias() => FixesAsync<ArgumentRemovalFixer>(
        Network(784, "500, Activation.Relu, Bias = {|INIT2011:-4|}, Repeat = 2", "500, Activation.Tanh, Bias = {|INIT2011:5|}", Softmax),
        Network(784, "500, Activation.Relu, Repeat = 2", "500, Activation.Tanh", Softmax));

    [Theory]
    [InlineData("Relu", "-3", "active 50 % instead of 1.69 %")]
    [InlineData("Tanh", "3", "saturated 0.276 % instead of 50.3 %")]
    public Task The_title_of_the_fix_says_what_it_changes(string activation, string bias, string change) =>
        FixesAsync<ArgumentRemovalFixer>(
            Network(500, $"500, Activation.{activation}, Bias = {{|INIT2011:{bias}|}}", Softmax),
            Network(500, $"500, Activation.{activation}", Softmax),
            $"Remove 'Bias = {bias}' (predicted {change})");
}
