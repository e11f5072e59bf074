using System.Threading.Tasks;
using InitGen.CodeFixes;
using Microsoft.CodeAnalysis;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class OrthogonalUnderRectifierRuleTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Theory]
    [InlineData("500, Activation.Relu, Init.Orthogonal, Gain = 1.4142, Repeat = 10")]
    [InlineData("500, Activation.Tanh, Init.Orthogonal, Repeat = 10")]
    [InlineData("500, Activation.LeakyRelu, Init.Orthogonal, Slope = 1, Repeat = 10")]
    [InlineData("500, Activation.Relu, Init.HeNormal, Repeat = 10")]
    public Task Weights_that_keep_the_variance_are_silent(string layer) => ReportsAsync(Network(500, layer, Softmax));

    [Fact]
    public Task A_single_layer_is_silent() => ReportsAsync(Network(500, "500, Activation.Relu, Init.Orthogonal", Softmax));

    [Fact]
    public Task Other_shapes_are_silent_where_the_prediction_is_inside_the_thresholds() =>
        ReportsAsync(Network(784, "500, Activation.Relu, Init.Orthogonal", "300, Activation.Relu, Init.Orthogonal", Softmax));

    [Fact]
    public Task Behind_an_initializer_that_nothing_is_known_of_it_is_silent() =>
        ReportsAsync(Network(500, "500, Activation.Tanh, Init.Identity", "500, Activation.Relu, Init.Orthogonal, Repeat = 10", Softmax));

    [Fact]
    public Task Two_square_layers_are_reported() => SaysAsync(
        "INIT2010",
        Network(500, "500, Activation.Relu, {|#0:Init.Orthogonal|}, Repeat = 2", Softmax),
        "'Layer1' has orthogonal weights of gain 1 under ReLU, so the signal loses half its variance at each such layer: "
        + "predicted standard deviation 0.7 at the last layer, 1.4 with Orthogonal and Gain = 1.41; use Orthogonal and Gain = 1.41",
        DiagnosticSeverity.Info);

    // Of 784 inputs and 500 units, orthogonal weights have the variance 1/784, half of 2/784; of 500 and 784, 1/784 is not a third of 2/500.
    [Fact]
    public Task Layers_that_lose_more_and_less_are_not_said_to_lose_the_same() => SaysAsync(
        "INIT2010",
        Network(
            784,
            "500, Activation.Relu, {|#0:Init.Orthogonal|}",
            "784, Activation.Relu, Init.Orthogonal",
            "784, Activation.Relu, Init.Orthogonal, Repeat = 2",
            Softmax).Replace("    [Dense(784", "#pragma warning disable INIT2010\n    [Dense(784"),
        "'Layer1' has orthogonal weights of gain 1 under ReLU, so the signal loses 50 to 68 % of its variance at each such layer: "
        + "predicted standard deviation 0.281 at the last layer, 1.12 with Orthogonal and Gain = 1.41; use Orthogonal and Gain = 1.41",
        DiagnosticSeverity.Info);

    [Fact]
    public Task Smooth_rectifiers_and_leaky_ones_are_reported() => ReportsAsync(Network(
        500,
        "500, Activation.Gelu, {|INIT2010:Init.Orthogonal|}",
        "500, Activation.LeakyRelu, {|INIT2010:Init.Orthogonal|}, Gain = 1",
        Softmax));

    [Fact]
    public Task Other_shapes_are_reported_where_the_signal_vanishes() => ReportsAsync(Network(
        10,
        "100, Activation.Relu, {|INIT2010:Init.Orthogonal|}",
        "1000, Activation.Relu, {|INIT2010:Init.Orthogonal|}",
        "10000, Activation.LeakyRelu, {|INIT2010:Init.Orthogonal|}"));

    [Fact]
    public Task Convolutions_of_delta_orthogonal_weights_are_reported_and_mended() => FixesAsync<InitializerFixer>(
        Convolutions("{|INIT2010:Init.DeltaOrthogonal|}"), Convolutions("Init.DeltaOrthogonal, Gain = 1.4142"));

    [Fact]
    public Task The_fix_writes_the_gain() => FixesAsync<InitializerFixer>(
        Network(
            500,
            "500, Activation.Relu, {|INIT2010:Init.Orthogonal|}, Repeat = 5",
            "500, Activation.Silu, {|INIT2010:Init.Orthogonal|}, Gain = 1, Repeat = 2",
            Softmax),
        Network(
            500,
            "500, Activation.Relu, Init.Orthogonal, Gain = 1.4142, Repeat = 5",
            "500, Activation.Silu, Init.Orthogonal, Gain = 1.6233, Repeat = 2",
            Softmax));

    private static string Convolutions(string initializer) => $$"""
        using InitGen;

        [Network(64, 9, 9)]
        public sealed partial class Net
        {
            [Conv2d(64, 3, Activation.Relu, {{initializer}}, Padding = 1, Repeat = 5)] public partial LayerStack Hidden { get; }
            [Flatten] public partial Layer Flat { get; }
            [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }
        }
        """;
}
