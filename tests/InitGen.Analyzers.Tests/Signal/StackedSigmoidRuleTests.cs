using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class StackedSigmoidRuleTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Fact]
    public Task The_output_does_not_count() =>
        ReportsAsync(Network(784, "500, Activation.Sigmoid, Repeat = 2", "1, Activation.Sigmoid"));

    [Fact]
    public Task The_output_in_a_stack_does_not_count() => ReportsAsync(Network(500, "500, Activation.Sigmoid, Repeat = 3"));

    // Each place that is named beside that of the first layer is one that the fix changes.
    [Fact]
    public Task A_stack_that_the_output_is_in_names_no_places_to_change() => ReportsAsync(
        Network(500, "500, {|#0:Activation.Sigmoid|}, Repeat = 5"),
        new DiagnosticResult("INIT2006", DiagnosticSeverity.Info).WithLocation(0));

    [Fact]
    public Task Gates_between_other_layers_are_silent() => ReportsAsync(Network(
        500,
        "500, Activation.Tanh",
        "500, Activation.Sigmoid",
        "500, Activation.Tanh",
        "500, Activation.Sigmoid, Repeat = 2",
        "500, Activation.Relu",
        "500, Activation.Sigmoid",
        Softmax));

    [Fact]
    public Task Unpredictable_weights_are_silent() =>
        ReportsAsync(Network(500, "500, Activation.Tanh, Init.Identity", "500, Activation.Sigmoid, Repeat = 5", Softmax));

    [Fact]
    public Task Zeros_are_another_rules() =>
        ReportsAsync(Network(500, "500, Activation.Sigmoid, {|INIT2001:Init.Zeros|}, Repeat = 5", Softmax));

    [Fact]
    public Task A_stack_says_what_it_multiplies_the_gradient_by() => SaysAsync(
        "INIT2006",
        Network(500, "500, {|#0:Activation.Sigmoid|}, Repeat = 10", Softmax),
        "'Layer1' starts 10 stacked hidden sigmoid layers, each of which multiplies the variance of a gradient by χ = 0.256 to 0.399: "
        + "the gradient at layer 'Layer1.0' is predicted to be 0.00039 times the one at the output, 0.0529 times with tanh; use tanh or ReLU");

    [Fact]
    public Task Small_weights_make_it_worse() => SaysAsync(
        "INIT2006",
        Network(500, "500, {|#0:Activation.Sigmoid|}, Init.XavierNormal, Repeat = 3", Softmax),
        "'Layer1' starts 3 stacked hidden sigmoid layers, each of which multiplies the variance of a gradient by χ = 0.0448 to "
        + "0.0551: the gradient at layer 'Layer1.0' is predicted to be 0.00232 times the one at the output, 0.0918 times with tanh; use tanh or ReLU");

    [Fact]
    public Task Layers_in_a_row_are_reported_once() => ReportsAsync(Network(
        784,
        "500, Activation.Relu",
        "400, {|INIT2006:Activation.Sigmoid|}",
        "300, Activation.Sigmoid",
        "200, Activation.Sigmoid",
        Softmax));
}
