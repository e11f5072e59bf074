using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class CollapsingLayersRuleTests
{
    [Theory]
    [InlineData("Activation.Linear", "Activation.LeakyRelu")]
    [InlineData("Activation.Relu", "Activation.Linear")]
    [InlineData("Activation.Linear", "Activation.Softmax")]
    public Task A_single_linear_layer_is_silent(string first, string second) =>
        ReportsAsync(Network(784, $"500, {first}", $"10, {second}"));

    [Fact]
    public Task Linear_layers_with_another_between_are_silent() =>
        ReportsAsync(Network(784, "500", "500, Activation.Relu", "500", "500, Activation.Tanh", "10"));

    [Fact]
    public Task Two_layers_are_reported_once() => SaysAsync(
        "INIT2012",
        Network(784, "500, {|#0:Activation.Linear|}", "10, Activation.Linear"),
        "'Layer1' starts 2 consecutive linear layers, which compute no more than one from 784 inputs to 10 units; "
        + "give all but the last an activation or write one layer");

    [Fact]
    public Task Layers_of_the_default_activation_are_reported() =>
        ReportsAsync(Network(784, "500, Activation.Relu", "100", "10").Replace("[Dense(100)]", "[{|INIT2012:Dense(100)|}]"));

    [Fact]
    public Task A_stack_is_reported() =>
        ReportsAsync(Network(784, "500, {|INIT2012:Activation.Linear|}, Repeat = 2", "10, Activation.Softmax"));

    [Fact]
    public Task A_bottleneck_is_an_information() => ReportsAsync(
        Network(784, "500, Activation.Relu", "20, {|#0:Activation.Linear|}", "300, Activation.Linear", "10, Activation.Softmax"),
        new DiagnosticResult("INIT2012", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            "'Layer2' starts 2 consecutive linear layers, which compute no more than one from 500 inputs to 300 units of rank 20; "
            + "keep them only if the low rank is meant"));

    [Fact]
    public Task The_rank_is_that_of_the_narrowest_layer_between() => ReportsAsync(
        Network(500, "20, {|#0:Activation.Linear|}", "300, Activation.Linear", "400, Activation.Linear", "400, Activation.LeakyRelu"),
        new DiagnosticResult("INIT2012", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            "'Layer1' starts 3 consecutive linear layers, which compute no more than one from 500 inputs to 400 units of rank 20; "
            + "keep them only if the low rank is meant"));
}
