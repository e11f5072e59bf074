using System.Threading.Tasks;
using InitGen.Testing;
using Microsoft.CodeAnalysis;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class CrossingRuleTests
{
    private const string Softmax = "10, Activation.Softmax";

    public static TheoryData<string> Activations =>
        ["Linear", "Relu", "LeakyRelu", "Elu", "Selu", "Gelu", "Silu", "Mish", "Softplus", "Softsign", "Sigmoid", "Tanh"];

    [Theory]
    [InlineData("Tanh", "XavierNormal")]
    [InlineData("Relu", "HeNormal")]
    [InlineData("Selu", "LeCunNormal")]
    [InlineData("Linear", "Orthogonal")]
    public Task Ten_layers_of_the_right_initializer_are_silent(string activation, string init) =>
        ReportsAsync(Network(500, $"500, Activation.{activation}, Init.{init}, Repeat = 10", Softmax));

    [Theory]
    [MemberData(nameof(Activations))]
    public Task Ten_layers_of_Auto_are_silent(string activation) =>
        ReportsAsync(Network(784, $"500, Activation.{activation}, Repeat = 10", Softmax));

    [Fact]
    public Task Weights_of_a_hundredth_let_the_activations_vanish() => CrossesAsync(
        "INIT3001",
        Network(500, "500, Activation.Tanh, {|#0:Init.Normal|}, StdDev = 0.01, Repeat = 10"),
        "'Layer1' lets the activations vanish: predicted standard deviation 0.00238 at layer 'Layer1.3', below 0.01 times "
        + "the root mean square of the input; use XavierUniform (0.358)");

    [Fact]
    public Task Weights_of_one_saturate() => CrossesAsync(
        "INIT3003",
        Network(500, "500, Activation.Tanh, {|#0:Init.Normal|}, StdDev = 1, Repeat = 10"),
        "'Layer1' saturates: predicted fraction 0.894 of the units of layer 'Layer1.0' passes less than 1 % of the gradient, "
        + "above 0.25; use XavierUniform (0.00276)");

    [Fact]
    public Task Weights_of_one_under_ReLU_let_the_activations_explode() => CrossesAsync(
        "INIT3002",
        Network(500, "500, Activation.Relu, {|#0:Init.Normal|}, StdDev = 1, Repeat = 10", Softmax),
        "'Layer1' lets the activations explode: predicted standard deviation 206 at layer 'Layer1.1', above 100 times "
        + "the root mean square of the input; use HeNormal (0.826)");

    private static Task CrossesAsync(string id, string source, string message) => ReportsAsync(
        source,
        new DiagnosticResult(id, DiagnosticSeverity.Warning) { IgnoreAdditionalLocations = true }.WithLocation(0).WithMessage(message));
}
