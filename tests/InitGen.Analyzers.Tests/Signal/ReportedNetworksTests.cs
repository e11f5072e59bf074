using System;
using System.Globalization;
using System.Threading.Tasks;
using InitGen.CodeFixes;
using Microsoft.CodeAnalysis;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

/// <summary>Networks that people asked about in public, or wrote on their first day, and their kin: what is said of them.</summary>
public class ReportedNetworksTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Theory]
    [InlineData("1, {|#0:Activation.Relu|}")]
    [InlineData("10, {|#0:Activation.Relu|}, Init.XavierUniform, Bias = 0")]
    public Task A_regression_that_ends_in_ReLU_is_told_of_a_linear_output(string last) => SaysAsync(
        "INIT2016",
        Network(13, "64, Activation.Relu", "64, Activation.Relu", last),
        "'Layer3' ends the network with ReLU, and 50 % of its outputs are predicted to start at 0, where no gradient passes; use Linear, "
        + "or Softplus for targets that are never negative");

    // Each layer multiplies the second moment by 64/2, and √(1 − 1/π) of its root is standard deviation: 0.826 · √32³ = 149 after the
    // third, 26.4 after the second.
    [Fact]
    public Task Normal_weights_of_one_are_mended_in_every_layer_not_in_the_last_alone() => FixesAsync<SignalFixer>(
        Network(
            64,
            "64, Activation.Relu, {|INIT3002:Init.Normal|}, StdDev = 1",
            "64, Activation.Relu, Init.Normal, StdDev = 1",
            "64, Activation.Relu, Init.Normal, StdDev = 1",
            Softmax),
        Network(
            64,
            "64, Activation.Relu, Init.HeNormal",
            "64, Activation.Relu, Init.HeNormal",
            "64, Activation.Relu, Init.HeNormal",
            Softmax),
        "Use HeNormal in 3 layers (predicted std at 'Layer3' 0.826 instead of 149)");

    // A third of the variance: 0.826 · √(32/3)⁴ = 93.9.
    [Fact]
    public Task Uniform_weights_from_minus_one_to_one_are_mended_in_every_layer() => FixesAsync<SignalFixer>(
        Network(
            64,
            "64, Activation.Relu, {|INIT3002:Init.Uniform|}, Limit = 1, Repeat = 4",
            "64, Activation.LeakyRelu, Init.Uniform, Limit = 1",
            Softmax),
        Network(64, "64, Activation.Relu, Init.HeNormal, Repeat = 4", "64, Activation.LeakyRelu, Init.HeNormal", Softmax),
        "Use HeNormal in 2 layers (predicted std at 'Layer1.3' 0.826 instead of 93.9)");

    // Half of the variance three times is a factor of √8.
    [Theory]
    [InlineData("Xavier", "XavierNormal")]
    [InlineData("Xavier", "XavierUniform")]
    [InlineData("LeCun", "LeCunNormal")]
    [InlineData("LeCun", "LeCunUniform")]
    public Task Networks_that_start_bit_for_bit_alike_are_told_alike(string family, string init) => SaysAsync(
        "INIT2003",
        Network(64, $"64, Activation.Relu, {{|#0:Init.{init}|}}, Repeat = 3", Softmax),
        $"'Layer1' has {family} weights under ReLU, so the signal loses half its variance at each such layer: "
        + "predicted standard deviation 0.465 at the last layer, 1.32 with HeNormal; use HeNormal",
        DiagnosticSeverity.Info);

    // √(3/100)
    [Fact]
    public Task Who_multiplies_by_the_root_of_three_as_a_page_says_is_told_of_the_next_mistake() => SaysAsync(
        "INIT2003",
        Network(100, "100, Activation.Relu, Init.Uniform, Limit = {|#0:0.1732|}, Repeat = 3", Softmax),
        "'Layer1' has weights of variance 1/fan-in under ReLU, so the signal loses half its variance at each such layer: "
        + "predicted standard deviation 0.477 at the last layer, 1.35 with HeNormal; use HeNormal",
        DiagnosticSeverity.Info);

    // √(120² + 64²) = 136
    [Theory]
    [InlineData("Tanh", "98.7 %", "3.15 %")]
    [InlineData("Sigmoid", "99.4 %", "28.2 %")]
    public Task Pixels_that_nobody_has_scaled_are_the_cause_under_bounded_activations_too(
        string activation, string saturated, string scaled) => SaysAsync(
        "INIT3003",
        Network(3072, "{|#0:Dense(100, Activation." + activation + ")|}", Softmax)
            .Replace("(3072)", "(3072, InputMean = 120, InputStdDev = 64)").Replace("[Dense({|", "[{|").Replace("|})]", "|}]"),
        $"'Layer1' saturates: {saturated} of the units of layer 'Layer1' are predicted to pass less than 1 % of the gradient, "
        + $"more than 50 %; scale the inputs, whose root mean square is 136, to mean 0 and standard deviation 1 (predicted {scaled})");

    [Theory]
    [InlineData("Relu")]
    [InlineData("LeakyRelu")]
    public async Task Pixels_that_nobody_has_scaled_are_the_cause_of_large_logits(string activation)
    {
        Diagnostic report = await SingleReportAsync(
            "INIT3007",
            Network(3072, $"100, Activation.{activation}, Repeat = 2", Softmax)
                .Replace("(3072)", "(3072, InputMean = 120, InputStdDev = 64)"));
        Assert.Equal(DiagnosticSeverity.Warning, report.Severity);
        Assert.EndsWith(
            "scale the inputs, whose root mean square is 136, to mean 0 and standard deviation 1 (predicted 3.04)",
            report.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gelu")]
    [InlineData("Silu")]
    [InlineData("Elu")]
    public Task Where_Auto_brings_pixels_to_a_scale_of_its_own_nothing_is_to_be_scaled(string activation) => ReportsAsync(
        Network(3072, $"100, Activation.{activation}, Repeat = 2", Softmax).Replace("(3072)", "(3072, InputMean = 120, InputStdDev = 64)"));

    [Theory]
    [InlineData(7)]
    [InlineData(20)]
    public Task Softplus_layers_under_Auto_tell_inputs_apart(int count) =>
        ReportsAsync(Network(64, $"64, Activation.Softplus, Repeat = {count}", Softmax));

    [Fact]
    public Task Softplus_layers_under_LeCun_weights_give_one_output_for_every_input() => SaysAsync(
        "INIT3011",
        Network(64, "64, Activation.Softplus, {|#0:Init.LeCunNormal|}, Repeat = 12", Softmax),
        "'Layer1' loses what tells inputs apart: 0.0602 % of the activations of layer 'Layer1.11' is predicted to differ from input to "
        + "input, less than 0.1 %, so that no weight gets a gradient to speak of; use Auto (predicted 12.2 %)");

    // Two layers multiply what differs by 0.001 · √64 and, through ReLU, by √½ each, and the noise stays: 0.008² · √½ · √½ / (0.5 · √½).
    [Theory]
    [InlineData("0.001", "0.00903 %")]
    [InlineData("0.0001", "9.05e-05 %")]
    public Task Small_weights_beside_noise_on_the_biases_give_one_output_for_every_input(string stdDev, string part) => SaysAsync(
        "INIT3011",
        Network(64, $"64, Activation.Relu, {{|#0:Init.Normal|}}, StdDev = {stdDev}, BiasStdDev = 0.5, Repeat = 3", Softmax),
        $"'Layer1' loses what tells inputs apart: {part} of the activations of layer 'Layer1.1' is predicted to differ from input to "
        + "input, less than 0.1 %, so that no weight gets a gradient to speak of; use HeNormal (predicted 65.7 %)");

    // z ~ N(0, 64·(1/12 + ¼)): of a normal variable, P(|z| > 2.99) with σ = 4.62 is 51.7 %. Without the mean, σ would be 2.31.
    [Fact]
    public Task Weights_from_NextDouble_that_tell_their_mean_are_seen_to_saturate() => SaysAsync(
        "INIT3003",
        Network(64, "64, Activation.Tanh, {|#0:Init.Custom|}, Initializer = typeof(Uniform)", Softmax) + """

            [WeightVariance(1.0 / 12, Mean = 0.5)]
            struct Uniform : IWeightInitializer
            {
                public static void Initialize(System.Span<float> weights, WeightShape shape, ref PhiloxStream random)
                {
                    foreach (ref float weight in weights)
                    {
                        weight = random.NextSingle();
                    }
                }
            }
            """,
        "'Layer1' saturates: 51.7 % of the units of layer 'Layer1' are predicted to pass less than 1 % of the gradient, more than 50 %; "
        + "use XavierUniform (predicted 0.276 %)");

    // What frameworks give who writes nothing: scikit-learn's MLPClassifier and Keras Glorot's, PyTorch U(−1/√n, 1/√n).
    [Theory]
    [InlineData(64, "100, Activation.Relu, Init.XavierUniform", "10, Activation.Softmax, Init.XavierUniform")]
    [InlineData(784, "128, Activation.Relu, Init.XavierUniform", "10, Activation.Softmax, Init.XavierUniform")]
    [InlineData(784, "512, Activation.Relu, Init.XavierUniform, Repeat = 2", "10, Activation.Softmax, Init.XavierUniform")]
    [InlineData(784, "512, Activation.Relu, Init.Torch", "10, Activation.Softmax, Init.Torch")]
    [InlineData(784, "512, Activation.Relu, Init.Torch, Repeat = 2", "10, Activation.Softmax, Init.Torch")]
    [InlineData(13, "64, Activation.Tanh, Init.Torch, Repeat = 2", "1, Init.Torch")]
    [InlineData(784, "64, Activation.Sigmoid, Init.XavierUniform", "10, Activation.Softmax, Init.XavierUniform")]
    public async Task One_or_two_hidden_layers_with_a_frameworks_default_are_no_reason_to_warn(int inputs, string hidden, string last)
    {
        var (diagnostics, _) = await new NetworkAnalysis().RunAsync([Network(inputs, hidden, last)], TestContext.Current.CancellationToken);
        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);
    }

    // √(0.15² + 0.3²) = 0.335, and 0.826 · √32³ times that is 50.1.
    [Fact]
    public Task What_explodes_is_said_beside_the_small_input_that_it_is_held_to() => SaysAsync(
        "INIT3002",
        Network(64, "64, Activation.Relu, {|#0:Init.Normal|}, StdDev = 1, Repeat = 3", Softmax)
            .Replace("(64)", "(64, InputMean = 0.15, InputStdDev = 0.3)"),
        "'Layer1' lets the activations explode: predicted standard deviation 50.1 at layer 'Layer1.2', above 30 times 0.335, "
        + "the root mean square of the input; use HeNormal (predicted 0.277)");

    // 49/(1 + 49), 24/(49 + 24) and 6/(24 + 6) are lost: 1/50 · 49/73 · 24/30 is left, a standard deviation of 1.31 · 0.104.
    [Fact]
    public Task Layers_of_other_shapes_lose_other_parts() => SaysAsync(
        "INIT2003",
        Network(
            1,
            "49, Activation.Relu, {|#0:Init.XavierUniform|}",
            "24, Activation.Relu, Init.XavierUniform",
            "6, Activation.Relu, Init.XavierUniform",
            "1").Replace("    [Dense(24", "#pragma warning disable INIT2003\n    [Dense(24"),
        "'Layer1' has Xavier weights under ReLU, so the signal loses 20 to 98 % of its variance at each such layer: "
        + "predicted standard deviation 0.136 at the last layer, 1.31 with HeNormal; use HeNormal",
        DiagnosticSeverity.Info);
}
