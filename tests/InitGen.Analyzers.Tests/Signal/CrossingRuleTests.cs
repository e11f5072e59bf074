using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class CrossingRuleTests
{
    private const string Softmax = "10, Activation.Softmax";
    private const string Small = "500, Activation.Tanh, Init.Normal, StdDev = 0.01";

    public static TheoryData<string> Activations =>
        [.. Enum.GetNames<Activation>().Where(static name => name != nameof(Activation.Softmax))];

    [Theory]
    [InlineData("Tanh", "XavierNormal")]
    [InlineData("Relu", "HeNormal")]
    [InlineData("Selu", "LeCunNormal")]
    [InlineData("Tanh", "Orthogonal")]
    public Task Ten_layers_of_the_right_initializer_are_silent(string activation, string init) =>
        ReportsAsync(Network(500, $"500, Activation.{activation}, Init.{init}, Repeat = 10", Softmax));

    [Theory]
    [MemberData(nameof(Activations))]
    public async Task Ten_layers_of_Auto_stay_between_the_thresholds(string activation)
    {
        string source = Network(784, $"500, Activation.{activation}, Repeat = 10", Softmax);
        var (diagnostics, _) = await new NetworkAnalysis().RunAsync([source], TestContext.Current.CancellationToken);

        // Whether ten such layers are a good idea is for other rules.
        Assert.DoesNotContain(
            diagnostics.Select(static diagnostic => diagnostic.Id), static id => id.StartsWith("INIT3", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public async Task At_no_depth_or_width_is_Auto_warned_of(string activation)
    {
        foreach ((int width, int depth) in ((int, int)[])[(16, 1), (16, 5), (64, 2), (64, 20), (64, 100), (500, 5), (500, 50), (2000, 3)])
        {
            string source = Network(784, $"{width}, Activation.{activation}, Repeat = {depth}", Softmax);
            var (diagnostics, _) = await new NetworkAnalysis().RunAsync([source], TestContext.Current.CancellationToken);

            // Stacked sigmoids and collapsing layers are no matter of weights.
            Assert.DoesNotContain(
                diagnostics.Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info),
                static diagnostic => diagnostic.Id is not ("INIT2006" or "INIT2012"));
        }
    }

    [Fact]
    public Task Weights_of_a_hundredth_let_the_activations_vanish() => SaysAsync(
        "INIT3001",
        Network(500, "500, Activation.Tanh, {|#0:Init.Normal|}, StdDev = 0.01, Repeat = 10"),
        "'Layer1' lets the activations vanish: predicted standard deviation 0.00238 at layer 'Layer1.3', below 0.01 times "
        + "1, the root mean square of the input; use XavierUniform (predicted 0.358)");

    // √(3² + 4²) = 5, and √100 · 4 times that is 200.
    [Fact]
    public Task The_scale_of_the_input_is_said_beside_what_is_held_to_it() => SaysAsync(
        "INIT3002",
        Network(100, "100, Activation.Linear, {|#0:Init.Normal|}, StdDev = 4", Softmax)
            .Replace("(100)", "(100, InputMean = 3, InputStdDev = 4)"),
        "'Layer1' lets the activations explode: predicted standard deviation 200 at layer 'Layer1', above 30 times "
        + "5, the root mean square of the input; use XavierUniform (predicted 5)");

    [Fact]
    public Task Weights_of_one_saturate() => SaysAsync(
        "INIT3003",
        Network(500, "500, Activation.Tanh, {|#0:Init.Normal|}, StdDev = 1, Repeat = 10"),
        "'Layer1' saturates: 89.4 % of the units of layer 'Layer1.0' are predicted to pass less than 1 % of the gradient, "
        + "more than 50 %; use XavierUniform (predicted 0.276 %)");

    [Fact]
    public Task Weights_of_one_under_ReLU_let_the_activations_explode() => SaysAsync(
        "INIT3002",
        Network(500, "500, Activation.Relu, {|#0:Init.Normal|}, StdDev = 1, Repeat = 10", Softmax),
        "'Layer1' lets the activations explode: predicted standard deviation 206 at layer 'Layer1.1', above 30 times "
        + "1, the root mean square of the input; use HeNormal (predicted 0.826)");

    [Fact]
    public Task Gradients_that_noise_on_the_biases_hides_from_the_activations_vanish() => SaysAsync(
        "INIT3004",
        Network(500, "500, Activation.Tanh, {|#0:Init.Normal|}, StdDev = 0.02, BiasStdDev = 0.1, Repeat = 10", Softmax),
        "'Layer1' lets the gradients vanish: the largest gradient of the weights, at layer 'Layer2', is predicted to be 0.000237 times "
        + "the one at the output, below 0.004; use XavierUniform (predicted 0.198)");

    [Fact]
    public Task Gradients_explode_where_saturation_holds_the_activations() => SaysAsync(
        "INIT3005",
        Network(500, "500, Activation.Tanh, {|#0:Init.Normal|}, StdDev = 0.1, Repeat = 40", Softmax),
        "'Layer1' lets the gradients explode: the gradient at layer 'Layer1.0' is predicted to be 182 times the one at the output, "
        + "above 100; use XavierUniform (predicted 0.0265)");

    [Fact]
    public Task Units_that_a_bias_turns_off_are_dead() => SaysAsync(
        "INIT3006",
        Network(500, "500, Activation.Selu, {|#0:Init.LeCunNormal|}, Bias = -10", Softmax),
        "'Layer1' starts with dead units: 100 % of the units of layer 'Layer1' are predicted to be inactive, more than 95 %; use a larger bias");

    [Fact]
    public Task What_noise_on_the_biases_drowns_is_no_signal() => SaysAsync(
        "INIT3011",
        Network(784, "256, Activation.Tanh, {|#0:Init.Normal|}, StdDev = 0.001, BiasStdDev = 0.5, Repeat = 3", Softmax),
        "'Layer1' loses what tells inputs apart: 0.0771 % of the activations of layer 'Layer1.1' is predicted to differ from input to input, "
        + "less than 0.1 %, so that no weight gets a gradient to speak of; use XavierUniform (predicted 77.4 %)");

    [Fact]
    public Task Inputs_that_are_not_normalized_are_the_cause_where_units_saturate_and_no_initializer_helps() => SaysAsync(
        "INIT3003",
        Network(784, "500, Activation.Tanh, {|#0:Init.XavierNormal|}", Softmax).Replace("(784)", "(784, InputMean = 33, InputStdDev = 78)"),
        "'Layer1' saturates: 97.4 % of the units of layer 'Layer1' are predicted to pass less than 1 % of the gradient, "
        + "more than 50 %; scale the inputs, whose root mean square is 84.7, to mean 0 and standard deviation 1 (predicted 0.676 %)");

    [Fact]
    public Task Where_scaled_inputs_do_not_help_either_that_and_more_is_advised() => SaysAsync(
        "INIT3003",
        Network(784, "500, Activation.Tanh, {|#0:Init.XavierNormal|}, BiasStdDev = 9", Softmax)
            .Replace("(784)", "(784, InputMean = 33, InputStdDev = 78)"),
        "'Layer1' saturates: 97.5 % of the units of layer 'Layer1' are predicted to pass less than 1 % of the gradient, "
        + "more than 50 %; use smaller weights, inputs or biases");

    [Fact]
    public Task Where_no_initializer_helps_against_large_activations_smaller_weights_or_biases_are_advised() => SaysAsync(
        "INIT3002",
        Network(500, "500, Activation.Relu, {|#0:Init.HeNormal|}, BiasStdDev = 1000", Softmax),
        "'Layer1' lets the activations explode: predicted standard deviation 584 at layer 'Layer1', above 30 times "
        + "1, the root mean square of the input; use smaller weights or biases");

    [Fact]
    public Task Where_no_initializer_helps_against_small_activations_larger_weights_are_advised() => SaysAsync(
        "INIT3001",
        Network(500, "500, Activation.Softplus, {|#0:Init.LeCunNormal|}, Bias = -6", Softmax),
        "'Layer1' lets the activations vanish: predicted standard deviation 0.00525 at layer 'Layer1', below 0.01 times "
        + "1, the root mean square of the input; use larger weights",
        DiagnosticSeverity.Info);

    [Fact]
    public Task Where_no_initializer_helps_against_small_gradients_that_and_more_is_advised() => SaysAsync(
        "INIT3004",
        Network(784, "256, Activation.Tanh, {|#0:Init.Normal|}, StdDev = 0.001, BiasStdDev = 0.5, Repeat = 3", Softmax)
            .Replace("(784)", "(784, InputMean = 1, InputStdDev = 0.0005)"),
        "'Layer1' lets the gradients vanish: the largest gradient of the weights, at layer 'Layer1.1', is predicted to be 3.73e-08 times "
        + "the one at the output, below 0.004; use larger weights, fewer layers or another activation");

    [Fact]
    public Task Where_no_initializer_helps_against_a_signal_that_is_lost_that_and_more_is_advised() => SaysAsync(
        "INIT3011",
        Network(500, "500, Activation.Tanh, {|#0:Init.Normal|}, StdDev = 0.02, Bias = 1.2, Repeat = 10", Softmax),
        "'Layer1' loses what tells inputs apart: 0.0196 % of the activations of layer 'Layer1.4' is predicted to differ from input to input, "
        + "less than 0.1 %, so that no weight gets a gradient to speak of; use larger weights, less noise on the biases, fewer layers or "
        + "another activation");

    // √(40,000 · 2/1), half of it through ReLU.
    [Fact]
    public Task Where_no_initializer_helps_against_large_gradients_smaller_weights_are_advised() => SaysAsync(
        "INIT3005",
        Network(500, "1, Activation.Relu, {|#0:Init.HeNormal|}", "40000, Activation.LeakyRelu"),
        "'Layer1' lets the gradients explode: the gradient at layer 'Layer1' is predicted to be 200 times the one at the output, "
        + "above 100; use smaller weights");

    [Fact]
    public Task Several_small_layers_have_one_explanation_and_one_remedy() => SaysAsync(
        "INIT3001",
        Network(500, "500, Activation.Tanh, {|#0:Init.Normal|}, StdDev = 0.01", Small, Small, Small, Small, Softmax),
        "'Layer1' lets the activations vanish: predicted standard deviation 0.00238 at layer 'Layer4', below 0.01 times "
        + "1, the root mean square of the input; use XavierUniform in 5 layers (predicted 0.358)");

    [Fact]
    public Task Several_initializers_are_not_named_one_by_one() => SaysAsync(
        "INIT3001",
        Network(
            500,
            "500, Activation.Tanh, {|#0:Init.Normal|}, StdDev = 0.01",
            Small,
            Small,
            "500, Activation.Relu, Init.Normal, StdDev = 0.01",
            Softmax),
        "'Layer1' lets the activations vanish: predicted standard deviation 0.00139 at layer 'Layer4', below 0.01 times "
        + "1, the root mean square of the input; use the initializer that suits each activation in 4 layers (predicted 0.337)");

    [Fact]
    public Task The_layer_whose_weights_do_not_suit_is_blamed_for_what_vanishes_behind_it() => SaysAsync(
        "INIT3001",
        Network(
            500, "500, Activation.Tanh, {|#0:Init.Normal|}, StdDev = 0.0005", "2000, Activation.Tanh, Init.XavierUniform", Softmax),
        "'Layer1' lets the activations vanish: predicted standard deviation 0.00707 at layer 'Layer2', below 0.01 times "
        + "1, the root mean square of the input; use XavierUniform (predicted 0.35)",
        DiagnosticSeverity.Info);

    [Fact]
    public Task A_last_layer_has_a_remedy_too() => SaysAsync(
        "INIT3002",
        Network(500, "500, Activation.Relu", "10, Activation.Linear, {|#0:Init.Normal|}, StdDev = 9"),
        "'Layer2' lets the activations explode: predicted standard deviation 201 at layer 'Layer2', above 30 times "
        + "1, the root mean square of the input; use XavierUniform (predicted 1.4)");

    [Theory]
    [InlineData("1, Activation.Tanh, Init.Zeros")]
    [InlineData("500, Activation.Tanh, Init.Zeros, BiasStdDev = 0.1")]
    public Task Zeros_that_are_meant_are_silent(string layer) => ReportsAsync(Network(500, layer, "500, Activation.Tanh", Softmax));

    [Theory]
    [InlineData("10, Activation.Softmax, Init.Zeros")]
    [InlineData("10, Activation.Softmax, Init.Normal, StdDev = 0.0001")]
    [InlineData("4, Activation.Tanh, Init.Orthogonal, Gain = 0.01")]
    [InlineData("1, Activation.Sigmoid, Bias = -7")]
    [InlineData("1, Activation.Linear, Init.Uniform, Limit = 0.003")]
    public Task A_last_layer_that_starts_small_or_from_a_prior_is_silent(string last) =>
        ReportsAsync(Network(64, "64, Activation.Tanh, Repeat = 2", last));

    [Fact]
    public Task A_wide_layer_before_one_output_is_silent() =>
        ReportsAsync(Network(100, "40000, Activation.Relu", "40, Activation.Relu", "1, Activation.Linear"));

    [Theory]
    [InlineData("InputStdDev = 0")]
    [InlineData("InputStdDev = 0, InputMean = 0")]
    public Task An_input_of_zeros_is_silent(string input) => ReportsAsync(
        Network(500, "500, Activation.Tanh, Init.Normal, StdDev = 0.01, Repeat = 10", Softmax).Replace("(500)", $"(500, {input})"));

    [Fact]
    public Task An_input_that_is_always_the_same_has_a_scale() => ReportsAsync(
        Network(500, "500, Activation.Tanh, {|INIT3001:Init.Normal|}, StdDev = 0.01, Repeat = 10", Softmax)
            .Replace("(500)", "(500, InputStdDev = 0, InputMean = 1)"));

    [Theory]
    [InlineData("InputStdDev = 1e-30")]
    [InlineData("InputStdDev = 1e19")]
    public Task The_scale_of_the_input_does_not_matter_to_ReLU(string input) =>
        ReportsAsync(Network(500, "500, Activation.Relu, Repeat = 10", "10").Replace("(500)", $"(500, {input})"));

    [Fact]
    public Task A_bounded_layer_behind_large_inputs_does_not_vanish() => ReportsAsync(
        Network(500, "500, Activation.Relu, Init.Normal, StdDev = 0.001", "500, Activation.Tanh", "500, Activation.Relu", Softmax)
            .Replace("(500)", "(500, InputStdDev = 150)"));
}
