using System.Threading.Tasks;
using InitGen.CodeFixes;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class RectifiedOutputRuleTests
{
    [Theory]
    [InlineData("10, Activation.LeakyRelu")]
    [InlineData("10, Activation.Elu")]
    [InlineData("1, Activation.Softplus")]
    [InlineData("1, Activation.Sigmoid")]
    [InlineData("10, Activation.Softmax")]
    [InlineData("500, Activation.Relu, Repeat = 2")]
    public Task An_output_that_passes_a_gradient_below_0_and_a_stack_are_silent(string last) =>
        ReportsAsync(Network(500, "500, Activation.Relu", last));

    [Fact]
    public Task One_layer_is_a_part_of_something() => ReportsAsync(Network(500, "10, Activation.Relu"));

    [Theory]
    [InlineData("class Net", "class TextEncoder")]
    [InlineData("Layer2", "LatentCode")]
    [InlineData("class Net", "class Backbone")]
    public Task A_part_of_another_network_is_silent(string name, string part) =>
        ReportsAsync(Network(500, "500, Activation.Relu", "32, Activation.Relu").Replace(name, part));

    [Fact]
    public Task ReLU_as_the_output_is_reported_with_what_starts_at_0() => SaysAsync(
        "INIT2016",
        Network(784, "500, Activation.Relu", "10, {|#0:Activation.Relu|}"),
        "'Layer2' ends the network with ReLU, and 50 % of its outputs are predicted to start at 0, where no gradient passes; use Linear, "
        + "or Softplus for targets that are never negative");

    [Fact]
    public Task Where_nothing_is_predicted_no_number_is_said() => SaysAsync(
        "INIT2016",
        Network(500, "500, Activation.Relu, Init.Identity", "10, {|#0:Activation.Relu|}"),
        "'Layer2' ends the network with ReLU, which passes no gradient where an output starts at 0; use Linear, "
        + "or Softplus for targets that are never negative");

    [Fact]
    public Task The_fix_writes_a_linear_output_and_the_initializer_that_suits_it() => FixesAsync<ActivationFixer>(
        Network(784, "500, Activation.Relu", "10, {|INIT2016:Activation.Relu|}, Init.Normal, StdDev = 0.01, Bias = 0.1"),
        Network(784, "500, Activation.Relu", "10, Activation.Linear, Init.XavierUniform, Bias = 0.1"),
        "Use a linear activation in 'Layer2'");
}
