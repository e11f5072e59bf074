using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class ConstantWeightsRuleTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Theory]
    [InlineData("1, Activation.Linear, Init.Ones")]
    [InlineData("10, Activation.Softmax, Init.Constant, Value = 0.1")]
    public Task A_network_of_one_layer_is_silent(string layer) => ReportsAsync(Network(784, layer));

    [Fact]
    public Task The_last_layer_is_silent() => ReportsAsync(Network(784, "500, Activation.Relu", "10, Activation.Softmax, Init.Ones"));

    [Fact]
    public Task One_unit_is_silent() => ReportsAsync(Network(784, "1, Activation.Tanh, Init.Ones", Softmax));

    [Fact]
    public Task Noise_on_the_biases_does_not_bring_back_what_a_sum_has_lost() => SaysAsync(
        "INIT2002",
        Network(784, "500, Activation.Tanh, {|#0:Init.Ones|}, BiasStdDev = 0.1", Softmax),
        "'Layer1' has the same weight everywhere, so its 500 units all see one number, the sum of its inputs, and differ in their biases "
        + "only: predicted standard deviation 0.657 at layer 'Layer1' with XavierUniform; use XavierUniform");

    [Theory]
    [InlineData("Init.Identity")]
    [InlineData("Init.Orthogonal")]
    [InlineData("Init.Auto")]
    public Task Other_initializers_are_silent(string init) => ReportsAsync(Network(500, $"500, Activation.Tanh, {init}", Softmax));

    [Theory]
    [InlineData("{|#0:Init.Ones|}")]
    [InlineData("{|#0:Init.Constant|}, Value = -0.1")]
    public Task Equal_weights_are_reported(string init) => SaysAsync(
        "INIT2002",
        Network(784, $"500, Activation.Relu, {init}", Softmax),
        "'Layer1' has the same weight everywhere, so its 500 units start as copies of each other, which only the random weights "
        + "behind them part: predicted standard deviation 0.826 at layer 'Layer1' with HeNormal; use HeNormal");

    [Fact]
    public Task A_single_layer_of_small_constants_in_a_shallow_network_is_a_hint() => ReportsAsync(
        Network(784, "500, Activation.Relu, {|#0:Init.Constant|}, Value = 0.01", Softmax),
        new DiagnosticResult("INIT2002", DiagnosticSeverity.Info).WithLocation(0));

    [Theory]
    [InlineData("500, Activation.Tanh, {|INIT2002:Init.Constant|}, Value = 0.01")]
    [InlineData("500, Activation.Relu, {|INIT2002:Init.Constant|}, Value = 0.01, Repeat = 2")]
    [InlineData("500, Activation.Relu, {|INIT2002:Init.Constant|}, Value = 1")]
    public Task Constants_that_saturate_units_or_repeat_or_are_large_are_a_warning(string layer) => ReportsAsync(Network(784, layer, Softmax));

    [Fact]
    public Task Units_before_equal_weights_stay_copies() => SaysAsync(
        "INIT2002",
        Network(784, "500, Activation.Relu, {|#0:Init.Ones|}", "10, Activation.Softmax, Init.Zeros"),
        "'Layer1' has the same weight everywhere, so its 500 units stay copies of each other for ever, as the weights behind them are "
        + "equal too: predicted standard deviation 0.826 at layer 'Layer1' with HeNormal; use HeNormal");

    [Fact]
    public Task Every_wrong_layer_is_reported_once_by_its_own_rule() => ReportsAsync(Network(
        784,
        "500, Activation.Tanh, {|INIT2002:Init.Ones|}",
        "500, Activation.Tanh, {|INIT2001:Init.Zeros|}",
        "500, Activation.Tanh, {|INIT2002:Init.Constant|}, Value = 0.1, Repeat = 3",
        "500, Activation.Tanh, Init.Ones"));
}
