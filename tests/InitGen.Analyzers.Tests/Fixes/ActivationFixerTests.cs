using System.Threading.Tasks;
using InitGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Fixes;

public class ActivationFixerTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Fact]
    public Task Stacked_sigmoid_layers_become_tanh_layers() => FixesAsync<ActivationFixer>(
        Network(500, "500, {|INIT2006:Activation.Sigmoid|}, Repeat = 10", Softmax),
        Network(500, "500, Activation.Tanh, Repeat = 10", Softmax),
        "Use tanh in 'Layer1' (predicted gradient std at 'Layer1.0' 0.0529 instead of 0.00039)");

    [Fact]
    public Task Initializers_stay_where_they_suit_tanh_too() => FixesAsync<ActivationFixer>(
        Network(
            500,
            "500, {|INIT2006:Activation.Sigmoid|}, Init.XavierUniform, Gain = 4, Bias = 0.1",
            "500, Activation.Sigmoid, Init.XavierNormal, Truncated = true",
            "500, Activation.Sigmoid, Init.LeCunUniform",
            "500, Activation.Sigmoid, Init.Auto",
            "500, Activation.Sigmoid, Init.Normal, StdDev = 0.1",
            "500, Activation.Sigmoid, Init.Orthogonal",
            Softmax),
        Network(
            500,
            "500, Activation.Tanh, Init.XavierUniform, Bias = 0.1",
            "500, Activation.Tanh, Init.XavierNormal, Truncated = true",
            "500, Activation.Tanh, Init.LeCunUniform",
            "500, Activation.Tanh, Init.Auto",
            "500, Activation.Tanh, Init.XavierUniform",
            "500, Activation.Tanh, Init.Orthogonal",
            Softmax),
        action => Assert.StartsWith("Use tanh in 6 layers (predicted gradient std at 'Layer1' ", action.Title));

    [Fact]
    public Task The_sigmoid_of_an_output_is_no_hidden_one() => FixesAsync<ActivationFixer>(
        Network(500, "500, {|INIT2006:Activation.Sigmoid|}, Repeat = 3", "1, Activation.Sigmoid"),
        Network(500, "500, Activation.Tanh, Repeat = 3", "1, Activation.Sigmoid"));

    [Theory]
    [InlineData("500, {|INIT2006:Activation.Sigmoid|}, Repeat = 5")]
    [InlineData("500, {|INIT2006:Activation.Sigmoid|}", "500, Activation.Sigmoid, Repeat = 4")]
    public Task Where_the_output_is_in_the_stack_there_is_no_fix(params string[] layers) =>
        HasNoFixAsync<ActivationFixer>(Network(500, layers));

    [Theory]
    [InlineData("500, {|INIT2012:Activation.Linear|}", "500, Activation.Relu")]
    [InlineData("activation: {|INIT2012:Activation.Linear|}, units: 500", "activation: Activation.Relu, units: 500")]
    [InlineData("500, {|INIT2012:InitGen.Activation.Linear|}, Bias = 0.1", "500, InitGen.Activation.Relu, Bias = 0.1")]
    [InlineData("500, {|INIT2012:(Activation)0|}", "500, Activation.Relu")]
    [InlineData("500, {|INIT2012:Activation.Linear|}, Init.LeCunNormal", "500, Activation.Relu, Init.HeNormal")]
    [InlineData("500, {|INIT2012:Activation.Linear|}, Init.Normal, StdDev = 0.0632", "500, Activation.Relu, Init.Normal, StdDev = 0.0632")]
    [InlineData("500, {|INIT2012:Activation.Linear|}, Init.Normal, StdDev = 0.04", "500, Activation.Relu, Init.HeNormal")]
    [InlineData("500, {|INIT2012:Activation.Linear|}, Init.Identity", "500, Activation.Relu, Init.Identity")]
    public Task A_linear_layer_before_another_becomes_a_rectifier(string layer, string fixedLayer) =>
        FixesAsync<ActivationFixer>(Network(500, layer, "10, Activation.Linear"), Network(500, fixedLayer, "10, Activation.Linear"));

    [Theory]
    [InlineData("Init.Identity", "Init.Identity", "")]
    [InlineData("Init.Normal, StdDev = 0.04", "Init.HeNormal", " (predicted std at the output 1.4 instead of 1.25)")]
    public Task The_title_says_what_is_predicted_with_the_initializer_that_is_written(string init, string fixedInit, string prediction) =>
        FixesAsync<ActivationFixer>(
            Network(500, $"500, {{|INIT2012:Activation.Linear|}}, {init}", "10, Activation.Linear"),
            Network(500, $"500, Activation.Relu, {fixedInit}", "10, Activation.Linear"),
            "Use ReLU in 'Layer1'" + prediction);

    [Theory]
    [InlineData("Dense(500)", "Dense(500, Activation.Relu)")]
    [InlineData("Dense( 500 /* units */ )", "Dense( 500, Activation.Relu /* units */ )")]
    [InlineData("Dense(units: 500)", "Dense(units: 500, activation: Activation.Relu)")]
    [InlineData("Dense(500, Bias = 0.1)", "Dense(500, Activation.Relu, Bias = 0.1)")]
    [InlineData("Dense(500, init: Init.XavierNormal)", "Dense(500, Activation.Relu, init: Init.HeNormal)")]
    [InlineData("Dense(init: Init.Auto, units: 500)", "Dense(init: Init.Auto, units: 500, activation: Activation.Relu)")]
    [InlineData("InitGen.DenseAttribute(500)", "InitGen.DenseAttribute(500, Activation.Relu)")]
    public Task An_activation_that_is_not_written_is_added_as_the_units_are(string attribute, string fixedAttribute) =>
        FixesAsync<ActivationFixer>(Two($"{{|INIT2012:{attribute}|}}"), Two(fixedAttribute));

    [Fact]
    public Task All_but_the_last_linear_layer_are_changed() => FixesAsync<ActivationFixer>(
        Network(500, "400, Activation.Relu", "400, {|INIT2012:Activation.Linear|}", "300, Activation.Linear", "300, Activation.Linear", Softmax),
        Network(500, "400, Activation.Relu", "400, Activation.Relu", "300, Activation.Relu", "300, Activation.Linear", Softmax),
        action => Assert.StartsWith("Use ReLU in 2 layers (predicted std at the output ", action.Title));

    [Fact]
    public Task A_hidden_stack_is_changed_as_a_whole() => FixesAsync<ActivationFixer>(
        Network(500, "500, {|INIT2012:Activation.Linear|}", "500, Activation.Linear, Repeat = 3", Softmax),
        Network(500, "500, Activation.Relu", "500, Activation.Relu, Repeat = 3", Softmax));

    [Theory]
    [InlineData("500, {|INIT2012:Activation.Linear|}, Repeat = 3")] // the last of the stack is the output
    [InlineData("500, {|INIT2012:Activation.Linear|}", "500, Activation.Linear, Repeat = 3")]
    public Task Where_the_output_would_change_there_is_no_fix(params string[] layers) =>
        HasNoFixAsync<ActivationFixer>(Network(500, layers));

    [Fact]
    public Task A_bottleneck_which_may_be_meant_has_no_fix() => new NetworkCodeFixTest<ActivationFixer>
    {
        TestCode = Network(500, "20, {|#0:Activation.Linear|}", "500, Activation.Linear", Softmax),
        ExpectedDiagnostics = { new DiagnosticResult("INIT2012", DiagnosticSeverity.Info).WithLocation(0) },
    }.RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task Layers_of_all_documents_are_fixed_together_with_their_line_endings() => new NetworkCodeFixTest<ActivationFixer>
    {
        TestState =
        {
            Sources =
            {
                Network(
                    500,
                    "500, {|INIT2012:Activation.Linear|}",
                    "500, Activation.Linear, Init.XavierUniform",
                    "500, {|INIT2006:Activation.Sigmoid|}",
                    "500, Activation.Sigmoid, Repeat = 2",
                    Softmax).ReplaceLineEndings("\r\n"),
                Two("{|INIT2012:Dense(500)|}").Replace("class Net", "class Other"),
            },
        },
        FixedState =
        {
            Sources =
            {
                Network(
                    500,
                    "500, Activation.Relu",
                    "500, Activation.Linear, Init.XavierUniform",
                    "500, Activation.Tanh",
                    "500, Activation.Tanh, Repeat = 2",
                    Softmax).ReplaceLineEndings("\r\n"),
                Two("Dense(500, Activation.Relu)").Replace("class Net", "class Other"),
            },
        },
    }.RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task Imported_members_and_aliases_stay_as_they_are_named() => FixesAsync<ActivationFixer>(
        """
        using static InitGen.Activation;
        using Choice = InitGen.Activation;

        [InitGen.Network(500)]
        public partial class Net
        {
            private const InitGen.Activation None = Linear;

            [InitGen.Dense(500, {|INIT2012:Linear|})] public partial InitGen.DenseLayer One { get; }

            [InitGen.Dense(500, Choice.Linear)] public partial InitGen.DenseLayer Two { get; }

            [InitGen.Dense(500, None)] public partial InitGen.DenseLayer Three { get; }

            [InitGen.Dense(10)] public partial InitGen.DenseLayer Output { get; }
        }
        """,
        """
        using static InitGen.Activation;
        using Choice = InitGen.Activation;

        [InitGen.Network(500)]
        public partial class Net
        {
            private const InitGen.Activation None = Linear;

            [InitGen.Dense(500, Relu)] public partial InitGen.DenseLayer One { get; }

            [InitGen.Dense(500, Choice.Relu)] public partial InitGen.DenseLayer Two { get; }

            [InitGen.Dense(500, Choice.Relu)] public partial InitGen.DenseLayer Three { get; }

            [InitGen.Dense(10)] public partial InitGen.DenseLayer Output { get; }
        }
        """);

    private static string Two(string attribute) => $$"""
        using InitGen;

        [Network(500)]
        public sealed partial class Net
        {
            [{{attribute}}] public partial DenseLayer Hidden { get; }

            [Dense(10)] public partial DenseLayer Output { get; }
        }
        """;
}
