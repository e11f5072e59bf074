using System.Globalization;
using System.Threading.Tasks;
using InitGen.CodeFixes;
using Microsoft.CodeAnalysis;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class SparseWeightsRuleTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Theory]
    [InlineData("Activation.Tanh, Init.Sparse, NonZeros = 15, StdDev = 0.25")]
    [InlineData("Activation.Relu, Init.Sparse, NonZeros = 15, StdDev = 1")]
    [InlineData("Activation.Relu, Init.Sparse, NonZeros = 499, StdDev = 0.05")]
    public Task Weights_that_keep_the_signal_are_silent(string layer) => ReportsAsync(Network(500, $"500, {layer}", Softmax));

    [Fact]
    public Task A_stack_whose_first_layer_alone_has_few_inputs_is_silent() =>
        ReportsAsync(Network(10, "500, Activation.Relu, Init.Sparse, NonZeros = 15, StdDev = 0.3, Repeat = 3", Softmax));

    [Fact]
    public Task The_small_scale_of_a_last_layer_is_silent() =>
        ReportsAsync(Network(500, "500, Activation.Relu", "10, Activation.Softmax, Init.Sparse, NonZeros = 15, StdDev = 0.0001"));

    // Pre-activations of 0.04 and 45 are 0.2 and 15 times the input, which is between 0.01 and 100 times.
    [Theory]
    [InlineData("0.2", "Activation.Tanh, Init.Sparse, NonZeros = 16, StdDev = 0.05")]
    [InlineData("3", "Activation.Relu, Init.Sparse, NonZeros = 25, StdDev = 3")]
    public Task The_signal_is_held_against_the_scale_of_the_input(string input, string layer) =>
        ReportsAsync(Network(500, $"500, {layer}", "10").Replace("(500)", $"(500, InputStdDev = {input})"));

    [Fact]
    public Task Unknown_predictions_are_silent() => ReportsAsync(
        Network(500, "500, Activation.Relu, Init.Identity", "500, Activation.Tanh, Init.Sparse, NonZeros = 15, StdDev = 9", Softmax));

    [Fact]
    public Task A_layer_that_saturates_for_another_reason_is_another_rules() =>
        ReportsAsync(Network(500, "500, Activation.Tanh, {|INIT3003:Init.Sparse|}, NonZeros = 15, StdDev = 0.25", Softmax)
            .Replace("(500)", "(500, InputStdDev = 50)"));

    [Fact]
    public Task A_large_standard_deviation_under_tanh_is_reported() => SaysAsync(
        "INIT2013",
        Network(500, "500, Activation.Tanh, Init.Sparse, NonZeros = 15, StdDev = {|#0:2|}", Softmax),
        "'Layer1' draws 15 weights of a unit with StdDev 2 under tanh: predicted pre-activation standard deviation 7.75 and 69.9 "
        + "% of the units saturated, 1 and 0.276 % with XavierUniform; use XavierUniform");

    [Fact]
    public Task An_exploding_stack_is_reported() => SaysAsync(
        "INIT2013",
        Network(500, "500, Activation.Relu, Init.Sparse, NonZeros = 50, StdDev = {|#0:1|}, Repeat = 5", Softmax),
        "'Layer1' draws 50 weights of a unit with StdDev 1 under ReLU: predicted pre-activation standard deviation 35.4, 1.41 "
        + "with HeNormal; use HeNormal");

    [Fact]
    public Task A_vanishing_signal_is_reported() =>
        ReportsAsync(Network(500, "500, Activation.Tanh, Init.Sparse, NonZeros = 15, StdDev = {|INIT2013:0.001|}", Softmax));

    [Theory]
    [InlineData("Linear", "a linear activation")]
    [InlineData("Relu", "ReLU")]
    [InlineData("LeakyRelu", "leaky ReLU")]
    [InlineData("Elu", "ELU")]
    [InlineData("Selu", "SELU")]
    [InlineData("Gelu", "GELU")]
    [InlineData("Silu", "SiLU")]
    [InlineData("Mish", "Mish")]
    [InlineData("Softplus", "softplus")]
    [InlineData("Softsign", "softsign")]
    [InlineData("Sigmoid", "sigmoid")]
    [InlineData("Tanh", "tanh")]
    public async Task An_activation_is_called_what_people_call_it(string activation, string name)
    {
        Diagnostic small = await SingleReportAsync(
            "INIT2013", Network(500, $"500, Activation.{activation}, Init.Sparse, NonZeros = 15, StdDev = 0.001", Softmax));
        Assert.Contains($" with StdDev 0.001 under {name}: predicted ", small.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task Weights_that_are_not_sparse_are_reported() => SaysAsync(
        "INIT2013",
        Network(500, "500, Activation.Tanh, Init.Sparse, NonZeros = {|#0:500|}, StdDev = 0.04", Softmax),
        "'Layer1' draws all 500 weights of a unit with NonZeros 500, so none is 0; use fewer or XavierUniform");

    [Fact]
    public Task The_fix_writes_the_initializer_that_suits_the_layer() => FixesAsync<InitializerFixer>(
        Network(
            500,
            "500, Activation.Tanh, Init.Sparse, NonZeros = 15, StdDev = {|INIT2013:2|}",
            "400, Activation.Relu, Init.Sparse, StdDev = 0.1, NonZeros = {|INIT2013:600|}",
            Softmax),
        Network(500, "500, Activation.Tanh, Init.XavierUniform", "400, Activation.Relu, Init.HeNormal", Softmax));

    [Fact]
    public Task The_fix_removes_arguments_that_wrongly_stand_first() => FixesAsync<InitializerFixer>(
        Network(500, "NonZeros = {|INIT2013:600|}, StdDev = 0.1, activation: {|CS1016:Activation.Relu|}, init: {|CS1016:Init.Sparse|}, units: {|CS1016:400|}", Softmax),
        Network(500, "activation: Activation.Relu, init: Init.HeNormal, units: 400", Softmax));
}
