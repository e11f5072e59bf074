using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class ZeroWeightsRuleTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Theory]
    [InlineData("1, Activation.Linear, Init.Zeros")]
    [InlineData("10, Activation.Softmax, Init.Zeros")]
    [InlineData("10, Activation.Relu, Init.Constant, Value = 0")]
    public Task A_network_of_one_layer_is_silent(string layer) => ReportsAsync(Network(784, layer));

    [Fact]
    public Task The_last_layer_is_silent() => ReportsAsync(Network(784, "500, Activation.Relu", "10, Activation.Softmax, Init.Zeros"));

    [Fact]
    public Task One_unit_is_silent() => ReportsAsync(Network(784, "1, Activation.Tanh, Init.Zeros", Softmax));

    [Fact]
    public Task Noise_on_the_biases_is_silent() =>
        ReportsAsync(Network(784, "500, Activation.Tanh, Init.Zeros, BiasStdDev = 0.1", Softmax));

    [Fact]
    public Task A_constant_that_is_not_zero_is_another_rules() =>
        ReportsAsync(Network(784, "500, Activation.Relu, {|INIT2002:Init.Constant|}, Value = 1e-30", Softmax));

    [Theory]
    [InlineData("", "0", "0.826")]
    [InlineData(", UseBias = false", "0", "0.826")]
    [InlineData(", Bias = -1", "-1", "0.49")]
    public Task A_rectifier_without_gradient_is_said_to_learn_nothing(string argument, string bias, string stdDev) => SaysAsync(
        "INIT2001",
        Network(784, $"500, Activation.Relu, {{|#0:Init.Zeros|}}{argument}", Softmax),
        $"'Layer1' has zero weights, so under ReLU with bias {bias} no gradient passes it and nothing ever learns: "
        + $"predicted standard deviation 0 at layer 'Layer1', {stdDev} with HeNormal; use HeNormal");

    [Theory]
    [InlineData("Activation.Tanh", "XavierUniform", "0.656")]
    [InlineData("Activation.Linear", "XavierUniform", "1.11")]
    [InlineData("Activation.Selu", "LeCunNormal", "1")]
    [InlineData("Activation.Gelu", "Auto", "0.588")]
    [InlineData("Activation.Sigmoid", "XavierUniform and Gain = 4", "0.408")]
    public Task Other_layers_are_said_to_start_as_copies_that_random_weights_behind_them_part(string activation, string suggestion, string stdDev) => SaysAsync(
        "INIT2001",
        Network(784, $"500, {activation}, {{|#0:Init.Zeros|}}", Softmax),
        "'Layer1' has zero weights, so its 500 units start as copies of each other, which only the random weights behind them part: "
        + $"predicted standard deviation 0 at layer 'Layer1', {stdDev} with {suggestion}; use {suggestion}",
        DiagnosticSeverity.Info);

    // 1 % of the gradient at the output, times what of the input comes through: less than a weight learns from.
    [Fact]
    public Task Zeros_that_let_next_to_no_gradient_pass_are_a_warning() =>
        ReportsAsync(Network(784, "500, Activation.LeakyRelu, {|INIT2001:Init.Zeros|}", Softmax));

    [Fact]
    public Task Units_before_equal_weights_stay_copies() => SaysAsync(
        "INIT2001",
        Network(784, "500, Activation.Tanh, {|#0:Init.Zeros|}", "10, Activation.Softmax, Init.Zeros"),
        "'Layer1' has zero weights, so its 500 units stay copies of each other for ever, as the weights behind them are equal too: "
        + "predicted standard deviation 0 at layer 'Layer1', 0.656 with XavierUniform; use XavierUniform");

    [Fact]
    public Task A_constant_of_zero_and_a_stack_are_reported() => ReportsAsync(Network(
        784,
        "500, Activation.Relu, {|INIT2001:Init.Constant|}, Value = 0, Bias = 0.1",
        "500, Activation.Relu, {|INIT2001:Init.Zeros|}, Repeat = 3",
        Softmax));

    [Fact]
    public Task A_stack_that_ends_the_network_has_hidden_layers() =>
        ReportsAsync(Network(784, "500, Activation.Relu, {|INIT2001:Init.Zeros|}, Repeat = 2"));

    [Fact]
    public Task Without_a_prediction_the_message_has_no_number() => SaysAsync(
        "INIT2001",
        Network(784, "784, Activation.Relu, Init.Identity", "500, Activation.Relu, {|#0:Init.Zeros|}", Softmax),
        "'Layer2' has zero weights, so under ReLU with bias 0 no gradient passes it and nothing ever learns; use HeNormal");
}
