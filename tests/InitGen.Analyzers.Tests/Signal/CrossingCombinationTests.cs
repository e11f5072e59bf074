using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

/// <summary>The rules on thresholds beside other rules, in unknown surroundings, and under the user's settings.</summary>
public class CrossingCombinationTests
{
    private const string Softmax = "10, Activation.Softmax";
    private const string Vanishing = "500, Activation.Tanh, {|INIT3001:Init.Normal|}, StdDev = 0.01, Repeat = 10";
    private const string Silent = "500, Activation.Tanh, Init.Normal, StdDev = 0.01, Repeat = 10";

    [Fact]
    public Task A_rule_on_the_initializer_explains_what_vanishes() =>
        ReportsAsync(Network(500, "500, Activation.Relu, {|INIT2003:Init.XavierNormal|}, Repeat = 20", Softmax));

    [Fact]
    public Task A_rule_on_an_earlier_layer_comes_first() =>
        ReportsAsync(Network(500, "500, Activation.Tanh, {|INIT2004:Init.HeNormal|}, Repeat = 2", Silent, Softmax));

    [Fact]
    public Task A_rule_on_a_later_layer_explains_nothing() =>
        ReportsAsync(Network(500, Vanishing, "500, Activation.Relu, {|INIT2001:Init.Zeros|}", Softmax));

    [Theory]
    [InlineData("500, {|INIT2012:Activation.Linear|}, {|INIT3001:Init.Normal|}, StdDev = 0.0001", "500, Activation.Linear")]
    [InlineData("500, {|INIT2012:Activation.Linear|}", "500, Activation.Linear, {|INIT3002:Init.Normal|}, StdDev = 9")]
    [InlineData("500, {|INIT2012:Activation.Linear|}", "500, Activation.Linear", "500, Activation.Tanh, {|INIT3003:Init.Normal|}, StdDev = 1")]
    [InlineData(
        "500, {|INIT2012:Activation.Linear|}",
        "500, Activation.Linear",
        "500, Activation.Tanh, {|INIT3004:Init.Normal|}, StdDev = 0.02, BiasStdDev = 0.1, Repeat = 10")]
    [InlineData("500, {|INIT2012:Activation.Linear|}, Init.Sparse, NonZeros = 15, StdDev = {|INIT2013:0.0001|}", "500, Activation.Linear")]
    public Task Layers_that_collapse_explain_nothing(params string[] layers) => ReportsAsync(Network(500, [.. layers, Softmax]));

    [Fact]
    public Task A_crossing_before_an_unknown_layer_is_known() => ReportsAsync(
        Network(500, Vanishing, "500, Activation.Relu, Init.Identity", "500, Activation.Relu, Init.Normal, StdDev = 9", Softmax));

    [Fact]
    public Task Behind_Identity_nothing_is_known() => ReportsAsync(Network(500, "500, Activation.Relu, Init.Identity", Silent, Softmax));

    [Fact]
    public Task Behind_a_custom_initializer_nothing_is_known() => ReportsAsync(
        Network(500, "500, Activation.Relu, Init.Custom, Initializer = typeof(Own)", Silent, Softmax) + """

        public sealed class Own : IWeightInitializer
        {
            public static void Initialize(System.Span<float> weights, WeightShape shape, ref PhiloxStream random) => weights.Fill(1);
        }
        """);

    [Theory]
    [InlineData("[WeightVariance(0.0001)]", "INIT3001")]
    [InlineData("[WeightVariance(1)]", "INIT3003")]
    public Task Behind_a_custom_initializer_that_tells_its_variance_the_signal_is_known(string variance, string rule) => ReportsAsync(
        Network(500, $"500, Activation.Tanh, {{|{rule}:Init.Custom|}}, Initializer = typeof(Own), Repeat = 4", Softmax) + $$"""

        {{variance}}
        public sealed class Own : IWeightInitializer
        {
            public static void Initialize(System.Span<float> weights, WeightShape shape, ref PhiloxStream random) => weights.Fill(1);
        }
        """);

    [Fact]
    public Task A_custom_initializer_of_suitable_variance_is_silent() => ReportsAsync(
        Network(500, "500, Activation.Relu, Init.Custom, Initializer = typeof(Own), Repeat = 10", Softmax) + """

        [WeightVariance(2, FanMode.In)]
        public sealed class Own : IWeightInitializer
        {
            public static void Initialize(System.Span<float> weights, WeightShape shape, ref PhiloxStream random) => weights.Fill(1);
        }
        """);

    [Fact]
    public Task Two_causes_are_reported_one_after_the_other() => ReportsAsync(Network(
        500, Vanishing, "500, Activation.Elu, Bias = {|INIT2011:-20|}", Softmax));

    [Theory]
    [InlineData("initgen.minimum_activation_stddev = 0.0001", "500, Activation.Tanh, {|INIT3004:Init.Normal|}, StdDev = 0.01, Repeat = 4")]
    [InlineData("initgen.minimum_activation_stddev = 1e-4", "500, Activation.Tanh, {|INIT3004:Init.Normal|}, StdDev = 0.01, Repeat = 4")]
    [InlineData("initgen.minimum_activation_stddev = 0.5", "500, Activation.Tanh, {|INIT3001:Init.XavierNormal|}, Repeat = 4")]
    [InlineData("initgen.maximum_activation_stddev = 1e6", "500, Activation.Relu, Init.Normal, StdDev = 1, Repeat = 2")]
    [InlineData("initgen.maximum_activation_stddev = 2", "500, Activation.Relu, {|INIT3002:Init.Normal|}, StdDev = 0.2")]
    [InlineData("initgen.maximum_saturated_fraction = 1", "500, Activation.Tanh, Init.Normal, StdDev = 1")]
    [InlineData("initgen.maximum_saturated_fraction = 0.001", "500, Activation.Tanh, {|INIT3003:Init.XavierNormal|}")]
    [InlineData("initgen.minimum_gradient_stddev = 0", "500, Activation.Tanh, Init.Normal, StdDev = 0.02, BiasStdDev = 0.1, Repeat = 10")]
    [InlineData("initgen.minimum_gradient_stddev = 0.1", "500, Activation.Tanh, {|INIT3004:Init.Normal|}, StdDev = 0.02, Repeat = 5")]
    [InlineData("initgen.maximum_gradient_stddev = 1000", "500, Activation.Tanh, Init.Normal, StdDev = 0.1, Repeat = 40")]
    [InlineData("initgen.maximum_gradient_stddev = 10", "500, Activation.Tanh, {|INIT3005:Init.Normal|}, StdDev = 0.1, Repeat = 30")]
    public Task The_thresholds_are_the_users(string setting, string layer) => ReportsWithAsync(setting, Network(500, layer, "10"));

    [Fact]
    public Task A_threshold_is_quoted_as_it_is_written() => ReportsWithAsync(
        "initgen.maximum_saturated_fraction = 0.2425",
        Network(500, "500, Activation.Tanh, {|#0:Init.Normal|}, StdDev = 0.12", Softmax),
        new DiagnosticResult("INIT3003", DiagnosticSeverity.Warning)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithLocation(0)
            .WithMessage("'Layer1' saturates: 26.5 % of the units of layer 'Layer1' are predicted to pass less than 1 % of the gradient, "
                + "more than 24.25 %; use XavierUniform (predicted 0.276 %)"));

    // Behind sparse weights of StdDev 5, 0.276 % of the units are saturated; behind Xavier weights, none is.
    [Fact]
    public Task A_layer_without_saturated_units_holds_a_threshold_of_none() => ReportsWithAsync(
        "initgen.maximum_saturated_fraction = 0",
        Network(500, "500, Activation.Tanh, Init.Sparse, NonZeros = 16, StdDev = {|INIT2013:5|}", Softmax)
            .Replace("(500)", "(500, InputStdDev = 0.05)"));

    [Fact]
    public Task A_bias_that_saturates_units_where_none_may_be_is_reported() => ReportsWithAsync(
        "initgen.maximum_saturated_fraction = 0",
        Network(500, "500, Activation.Tanh, Bias = {|INIT2011:2|}", Softmax).Replace("(500)", "(500, InputStdDev = 0.05)"));

    // √(2/(100,000 + 500)) suits the first layer of the stack, and is a tenth of what suits the others.
    [Fact]
    public Task Weights_that_suit_only_the_first_layer_of_a_stack_are_to_blame_for_small_gradients() => ReportsWithAsync(
        "initgen.minimum_activation_stddev = 0.0001",
        Network(100000, "500, Activation.Tanh, {|INIT3004:Init.Normal|}, StdDev = 0.00446, Repeat = 4", Softmax));

    [Theory]
    [InlineData("minimum_activation_stddev", "tiny", "a number of at least 0", "0.01")]
    [InlineData("maximum_activation_stddev", "1,5", "a number of at least 0", "30")]
    [InlineData("maximum_saturated_fraction", "25", "a number from 0 to 1", "0.5")]
    [InlineData("minimum_gradient_stddev", "-1", "a number of at least 0", "0.004")]
    [InlineData("maximum_gradient_stddev", "NaN", "a number of at least 0", "100")]
    [InlineData("maximum_gradient_stddev", "Infinity", "a number of at least 0", "100")]
    public Task A_threshold_that_cannot_be_read_is_reported_and_the_default_applies(
        string key, string value, string range, string applied) =>
        ReportsWithAsync(
            $"initgen.{key} = {value}",
            Network(500, Vanishing, Softmax).Replace("class Net", "class {|#0:Net|}"),
            new DiagnosticResult("INIT3000", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
                $"The .editorconfig setting initgen.{key} = '{value}' is not {range}, so 'Net' is held against the default, {applied}"));

    [Theory]
    [InlineData("initgen.minimum_activation_stdev", "did you mean initgen.minimum_activation_stddev?")]
    [InlineData("initgen.max_saturated_fraction", "did you mean initgen.maximum_saturated_fraction?")]
    [InlineData("initgen_maximum_gradient_stddev", "did you mean initgen.maximum_gradient_stddev?")]
    [InlineData(
        "initgen.verbosity",
        "there are initgen.minimum_activation_stddev, initgen.maximum_activation_stddev, initgen.maximum_saturated_fraction, "
            + "initgen.minimum_gradient_stddev, initgen.maximum_gradient_stddev")]
    public Task A_setting_that_there_is_not_is_reported(string key, string suggestion) => ReportsWithAsync(
        $"{key} = 0.5",
        Network(500, "500, Activation.Tanh", Softmax).Replace("class Net", "class {|#0:Net|}"),
        new DiagnosticResult("INIT3000", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            $"The .editorconfig setting {key} does not exist, so nothing reads it; {suggestion}"));

    [Fact]
    public Task A_setting_that_there_is_not_is_reported_once_of_several_networks_and_files()
    {
        string source = Network(500, "500, Activation.Tanh", Softmax);
        var test = new NetworkAnalyzerTest();
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n\n[*.cs]\ninitgen.minimum = 0.5\nother.key = 1\n"));
        test.TestState.Sources.Add(source.Replace("class Net", "class {|INIT3000:Net|}"));
        test.TestState.Sources.Add(source.Replace("class Net", "class Second") + source.Replace("using InitGen;", "").Replace("class Net", "class Third"));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task A_pragma_silences_a_place() => ReportsAsync(
        Network(500, Silent, Softmax).Replace("    [Dense(500", "#pragma warning disable INIT3001\n    [Dense(500"));

    private static Task ReportsWithAsync(string setting, string source, params DiagnosticResult[] expected)
    {
        var test = new NetworkAnalyzerTest { TestCode = source };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n\n[*.cs]\n{setting}\n"));
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
