using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class LostVarianceRuleTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Fact]
    public Task An_explicit_gain_is_silent() =>
        ReportsAsync(Network(500, "500, Activation.Relu, Init.XavierUniform, Gain = 1.4142, Repeat = 10", Softmax));

    [Fact]
    public Task A_single_layer_whose_fan_average_makes_up_for_it_is_silent() =>
        ReportsAsync(Network(784, "10, Activation.Relu, Init.XavierUniform"));

    [Fact]
    public Task A_single_layer_without_a_visible_loss_is_silent() =>
        ReportsAsync(Network(784, "256, Activation.Relu, Init.XavierUniform", Softmax));

    [Fact]
    public Task A_layer_whose_fan_average_makes_up_for_it_does_not_count_beside_another() =>
        ReportsAsync(Network(784, "20, Activation.Relu, Init.XavierUniform", "10, Activation.LeakyRelu, Init.XavierUniform"));

    [Theory]
    [InlineData("Tanh")]
    [InlineData("Sigmoid, Gain = 4")]
    [InlineData("Softsign")]
    [InlineData("Linear")]
    [InlineData("Elu")]
    public Task Activations_of_slope_one_at_zero_are_silent(string activation)
    {
        string[] parts = activation.Split(", ");
        string gain = parts.Length > 1 ? ", " + parts[1] : "";
        return ReportsAsync(Network(500, $"500, Activation.{parts[0]}, Init.XavierUniform{gain}", "500, Activation.Relu", Softmax));
    }

    [Theory]
    [InlineData("HeNormal")]
    [InlineData("Auto")]
    [InlineData("LeCunNormal, Gain = 1.4142")]
    [InlineData("Normal, StdDev = 0.0633")] // √(2/n)
    [InlineData("Uniform, Limit = 0.1095")] // √(6/n)
    [InlineData("Normal, StdDev = 0.05")] // 1.25/n
    [InlineData("Sparse, NonZeros = 50, StdDev = 0.1414")] // 1/n
    [InlineData("Torch")]
    public Task Weights_of_another_variance_and_those_that_other_rules_speak_of_are_silent(string init) =>
        ReportsAsync(Network(500, $"500, Activation.Relu, Init.{init}, Repeat = 5", Softmax));

    // 0.044721 = √(1/500), 0.07746 = √(3/500)
    [Theory]
    [InlineData("{|#0:Init.LeCunNormal|}", "LeCun weights")]
    [InlineData("{|#0:Init.LeCunUniform|}", "LeCun weights")]
    [InlineData("{|#0:Init.LeCunNormal|}, FanMode = FanMode.Out, Truncated = true", "LeCun weights")]
    [InlineData("Init.Normal, StdDev = {|#0:0.044721|}", "weights of variance 1/fan-in")]
    [InlineData("Init.TruncatedNormal, StdDev = {|#0:0.044721|}", "weights of variance 1/fan-in")]
    [InlineData("Init.Uniform, Limit = {|#0:0.07746|}", "weights of variance 1/fan-in")]
    [InlineData("{|#0:Init.Custom|}, Initializer = typeof(Own)", "weights of variance 1/fan-in")]
    public async Task What_has_the_variance_of_Xavier_weights_is_reported_as_they_are(string init, string weights)
    {
        const string Own = """

            [WeightVariance(1, FanMode.In)]
            public sealed class Own : IWeightInitializer
            {
                public static void Initialize(System.Span<float> weights, WeightShape shape, ref PhiloxStream random) => weights.Fill(1);
            }
            """;
        string source = Network(500, $"500, Activation.Relu, {init}, Repeat = 10") + Own;
        await SaysAsync(
            "INIT2003",
            source,
            $"'Layer1' has {weights} under ReLU, so the signal loses half its variance at each such layer: "
            + "predicted standard deviation 0.0258 at the last layer, 0.826 with HeNormal; use HeNormal");
    }

    [Fact]
    public Task A_written_scale_counts_in_the_layers_of_a_stack_whose_variance_it_is() => SaysAsync(
        "INIT2003",
        Network(784, "500, Activation.Relu, Init.Normal, StdDev = {|#0:0.0447|}, Repeat = 2", Softmax),
        "'Layer1' has weights of variance 1/fan-in under ReLU, so the signal loses half its variance: "
        + "predicted standard deviation 0.876 at the last layer, 1.4 with HeNormal; use HeNormal",
        DiagnosticSeverity.Info);

    // 2/25, and 1/√160 to 1.2 %.
    [Fact]
    public Task A_number_whose_formula_is_known_is_left_to_the_rule_that_knows_it() =>
        ReportsAsync(Network(25, "160, Activation.Relu, Init.Normal, StdDev = {|INIT2007:0.08|}, Repeat = 3", Softmax));

    [Fact]
    public Task A_leaky_ReLU_that_leaks_all_is_silent() =>
        ReportsAsync(Network(500, "500, Activation.LeakyRelu, Init.XavierNormal, Slope = 1, Repeat = 10", Softmax));

    [Fact]
    public Task Behind_an_initializer_that_nothing_is_known_of_it_is_silent() => ReportsAsync(
        Network(500, "500, Activation.Tanh, Init.Identity", "500, Activation.Relu, Init.XavierUniform, Repeat = 10", Softmax));

    [Fact]
    public Task A_network_with_a_mistake_in_its_definition_is_silent() => ReportsAsync(
        Network(500, "500, Activation.Relu, Init.XavierUniform, Repeat = 10", "{|INIT1003:0|}, Activation.Softmax"));

    [Fact]
    public Task A_single_layer_with_a_visible_loss_is_reported() => SaysAsync(
        "INIT2003",
        Network(784, "500, Activation.Relu", "500, Activation.Relu, {|#0:Init.XavierUniform|}", Softmax),
        "'Layer2' has Xavier weights under ReLU, so the signal loses half its variance: "
        + "predicted standard deviation 0.99 at the last layer, 1.4 with HeNormal; use HeNormal",
        DiagnosticSeverity.Info);

    [Fact]
    public Task A_stack_is_reported_once() => SaysAsync(
        "INIT2003",
        Network(500, "500, Activation.Relu, {|#0:Init.XavierNormal|}, Repeat = 10"),
        "'Layer1' has Xavier weights under ReLU, so the signal loses half its variance at each such layer: "
        + "predicted standard deviation 0.0258 at the last layer, 0.826 with HeNormal; use HeNormal");

    [Fact]
    public Task Every_wrong_layer_is_reported() => ReportsAsync(Network(
        784,
        "512, Activation.Relu, {|INIT2003:Init.XavierUniform|}",
        "256, Activation.Relu, {|INIT2003:Init.XavierNormal|}, Bias = 0.01",
        "128, Activation.Relu",
        "64, Activation.LeakyRelu, {|INIT2003:Init.XavierUniform|}, Slope = 0.2",
        Softmax));

    [Fact]
    public Task Two_layers_are_reported_even_where_the_prediction_changes_little() => ReportsAsync(Network(
        784, "128, Activation.Relu, {|INIT2003:Init.XavierUniform|}", "64, Activation.Relu, {|INIT2003:Init.XavierUniform|}", Softmax));

    [Fact]
    public Task The_loss_depends_on_the_shape() => SaysAsync(
        "INIT2003",
        Network(100, "300, Activation.Relu, {|#0:Init.XavierUniform|}", "10, Activation.Softmax"),
        "'Layer1' has Xavier weights under ReLU, so the signal loses 75 % of its variance: "
        + "predicted standard deviation 0.696 at the last layer, 1.39 with HeNormal; use HeNormal",
        DiagnosticSeverity.Info);

    // 2/(100 + 300) is a quarter of 2/100, 2/(300 + 100) three quarters of 2/300.
    [Fact]
    public Task Layers_that_lose_more_and_less_are_not_said_to_lose_the_same() => SaysAsync(
        "INIT2003",
        Network(100, "300, Activation.Relu, {|#0:Init.XavierUniform|}", "100, Activation.Relu, Init.XavierUniform", Softmax)
            .Replace("    [Dense(100", "#pragma warning disable INIT2003\n    [Dense(100"),
        "'Layer1' has Xavier weights under ReLU, so the signal loses 25 to 75 % of its variance at each such layer: "
        + "predicted standard deviation 0.584 at the last layer, 1.35 with HeNormal; use HeNormal",
        DiagnosticSeverity.Info);

    [Fact]
    public Task The_loss_of_a_leaky_ReLU_depends_on_its_slope() => SaysAsync(
        "INIT2003",
        Network(500, "500, Activation.LeakyRelu, {|#0:Init.XavierUniform|}, Slope = 0.3, Repeat = 10"),
        "'Layer1' has Xavier weights under leaky ReLU, so the signal loses 46 % of its variance at each such layer: "
        + "predicted standard deviation 0.0445 at the last layer, 0.926 with HeNormal; use HeNormal");

    [Theory]
    [InlineData("Gelu")]
    [InlineData("Silu")]
    [InlineData("Mish")]
    public Task A_smooth_rectifier_is_reported(string activation) =>
        ReportsAsync(Network(500, $"500, Activation.{activation}, {{|INIT2003:Init.XavierUniform|}}, Repeat = 10", Softmax));

    [Fact]
    public Task The_prediction_is_that_of_the_last_layer_with_a_signal() => SaysAsync(
        "INIT2003",
        Network(500, "500, Activation.Relu, {|#0:Init.XavierNormal|}, Repeat = 10", "10, Activation.Softmax, Init.Zeros"),
        "'Layer1' has Xavier weights under ReLU, so the signal loses half its variance at each such layer: "
        + "predicted standard deviation 0.0258 at layer 'Layer1.9', 0.826 with HeNormal; use HeNormal");

    [Fact]
    public Task The_last_layer_with_a_signal_may_be_the_first() => SaysAsync(
        "INIT2003",
        Network(500, "500, Activation.Relu, {|#0:Init.XavierNormal|}", "10, Activation.Softmax, Init.Zeros"),
        "'Layer1' has Xavier weights under ReLU, so the signal loses half its variance: "
        + "predicted standard deviation 0.584 at layer 'Layer1', 0.826 with HeNormal; use HeNormal",
        DiagnosticSeverity.Info);

    [Fact]
    public Task An_unknown_last_layer_does_not_hide_what_is_known() => SaysAsync(
        "INIT2003",
        Network(500, "500, Activation.Relu, {|#0:Init.XavierNormal|}, Repeat = 10", "500, Activation.Linear, Init.Identity"),
        "'Layer1' has Xavier weights under ReLU, so the signal loses half its variance at each such layer: "
        + "predicted standard deviation 0.0258 at layer 'Layer1.9', 0.826 with HeNormal; use HeNormal");

    [Fact]
    public Task Constants_in_other_places_are_read_too() => ReportsAsync("""
        using InitGen;

        public static class Settings
        {
            public const int Size = 500;
            public const Init Choice = Init.XavierUniform;
        }

        [Network(Settings.Size)]
        public sealed partial class Net
        {
            [Dense(Settings.Size, activation: Activation.Relu, init: {|INIT2003:Settings.Choice|}, Repeat = Settings.Size / 50)]
            public partial DenseStack Hidden { get; }
        }
        """);
}
