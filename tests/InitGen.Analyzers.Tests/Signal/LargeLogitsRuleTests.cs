using System.Threading.Tasks;
using InitGen.CodeFixes;
using Microsoft.CodeAnalysis;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class LargeLogitsRuleTests
{
    private const string Hidden = "100, Activation.Relu";

    [Theory]
    [InlineData("10, Activation.Softmax")]
    [InlineData("10, Activation.Softmax, Init.HeNormal")]
    [InlineData("10, Activation.Softmax, Init.Zeros")]
    [InlineData("1000, Activation.Softmax, Init.Normal, StdDev = 0.1")]
    [InlineData("1, Activation.Sigmoid, Init.Normal, StdDev = 1")]
    [InlineData("10, Activation.Linear, Init.Normal, StdDev = 1")]
    [InlineData("10, Activation.Softmax, Bias = -50")]
    public Task Logits_that_start_small_and_outputs_without_are_silent(string last) => ReportsAsync(Network(784, Hidden, last));

    [Fact]
    public Task What_a_rule_on_the_signal_explains_is_silent() =>
        ReportsAsync(Network(784, "100, Activation.Relu, {|INIT3002:Init.Normal|}, StdDev = 9", "10, Activation.Softmax"));

    [Fact]
    public Task Unknown_predictions_are_silent() =>
        ReportsAsync(Network(100, "100, Activation.Relu, Init.Identity", "10, Activation.Softmax, Init.Normal, StdDev = 1"));

    // The largest of ten normal numbers is 1.54 standard deviations above their mean, which is 0: 1.54 · 183 = 282.
    [Fact]
    public Task Inputs_that_are_not_scaled_are_the_cause() => SaysAsync(
        "INIT3007",
        Network(3072, Hidden, "{|#0:Dense(10, Activation.Softmax)|}").Replace("(3072)", "(3072, InputMean = 120, InputStdDev = 64)")
            .Replace("[Dense({|#0:Dense(10, Activation.Softmax)|})]", "[{|#0:Dense(10, Activation.Softmax)|}]"),
        "'Layer2' starts with logits of predicted standard deviation 183, so that the first cross-entropy is 282 instead of ln 10 = 2.3; "
        + "scale the inputs, whose root mean square is 136, to mean 0 and standard deviation 1 (predicted 3.04)");

    [Fact]
    public Task Weights_that_are_too_large_are_the_cause() => SaysAsync(
        "INIT3007",
        Network(784, Hidden, "10, Activation.Softmax, {|#0:Init.Normal|}, StdDev = 1"),
        "'Layer2' starts with logits of predicted standard deviation 10, so that the first cross-entropy is 15.5 instead of ln 10 = 2.3; "
        + "use XavierUniform (predicted 3.04)",
        DiagnosticSeverity.Info);

    [Fact]
    public Task The_fix_writes_the_initializer_that_suits() => FixesAsync<SignalFixer>(
        Network(784, Hidden, "10, Activation.Softmax, {|INIT3007:Init.Normal|}, StdDev = 1"),
        Network(784, Hidden, "10, Activation.Softmax, Init.XavierUniform"),
        "Use XavierUniform (predicted first cross-entropy 3.04 instead of 15.5)");

    [Fact]
    public Task The_fix_changes_hidden_layers_where_they_are_the_cause() => FixesAsync<SignalFixer>(
        Network(784, "100, Activation.Relu, Init.Normal, StdDev = 0.5", "{|INIT3007:Dense(10, Activation.Softmax)|}")
            .Replace("[Dense({|INIT3007:Dense(10, Activation.Softmax)|})]", "[{|INIT3007:Dense(10, Activation.Softmax)|}]"),
        Network(784, "100, Activation.Relu, Init.HeNormal", "10, Activation.Softmax"),
        "Use HeNormal in 'Layer1' (predicted first cross-entropy 3.04 instead of 20.6)");
}
