using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using InitGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class RedundantInitializerRuleTests
{
    private const string Redundant = "500, Activation.Relu, {|INIT2014:Init.HeNormal|}";

    [Theory]
    [InlineData("500, Activation.Relu")]
    [InlineData("500, Activation.Relu, Init.Auto")]
    [InlineData("500, Activation.Relu, Init.HeUniform")]
    [InlineData("500, Activation.Relu, Init.HeNormal, Gain = 1.1")]
    [InlineData("500, Activation.Relu, Init.HeNormal, FanMode = FanMode.Out")]
    [InlineData("500, Activation.Relu, Init.HeNormal, FanMode = FanMode.Average")]
    [InlineData("500, Activation.Relu, Init.HeNormal, Truncated = true")]
    [InlineData("500, Activation.Sigmoid, Init.XavierUniform")]
    [InlineData("500, Activation.Tanh, Init.XavierNormal")]
    public Task Another_initializer_is_silent(string layer) => ReportsAsync(Network(500, Redundant, layer, "10, Activation.Softmax"));

    [Theory]
    [InlineData("500, Activation.Relu, {|INIT2014:Init.HeNormal|}, FanMode = FanMode.In, Gain = 1, Truncated = false")]
    [InlineData("500, Activation.LeakyRelu, {|INIT2014:Init.HeNormal|}, Slope = 0.3")]
    [InlineData("500, Activation.Sigmoid, {|INIT2014:Init.XavierUniform|}, Gain = 4")]
    [InlineData("500, {|INIT2014:init: Init.LeCunNormal|}, activation: Activation.Selu")]
    public Task The_automatic_initializer_is_faded(string layer) => ReportsAsync(Network(500, layer, "10, Activation.Softmax"));

    [Fact]
    public Task It_explains_nothing_of_the_signal() => ReportsAsync(
        Network(784, "500, Activation.Tanh, {|INIT3003:{|INIT2014:Init.XavierUniform|}|}", "10, Activation.Softmax")
            .Replace("(784)", "(784, InputMean = 33, InputStdDev = 78)"));

    [Fact]
    public Task It_is_hidden() => ReportsAsync(
        Network(500, "500, Activation.Relu, {|#0:Init.HeNormal|}", "10, Activation.Softmax"),
        Faded(0, 0).WithMessage("'Layer1' gets He normal weights by itself; remove the initializer"));

    [Fact]
    public Task Its_arguments_are_faded_with_it() => ReportsAsync(
        Network(
            500,
            "{|#1:init: Init.XavierUniform|}, units: 500, activation: Activation.Sigmoid, Bias = 0.1, {|#2:Gain = 4|}, {|#3:FanMode = FanMode.Average|}",
            "10, Activation.Softmax"),
        Faded(1, 1, 2, 3));

    // A contract of editors, which is documented by the analyzers that come with them: the tag names the additional locations to fade.
    [Fact]
    public async Task An_editor_is_told_which_places_to_fade()
    {
        Diagnostic faded = await SingleReportAsync(
            "INIT2014", Network(500, "500, Activation.Sigmoid, Init.XavierUniform, Gain = 4", "10, Activation.Softmax"));
        Assert.Contains(WellKnownDiagnosticTags.Unnecessary, faded.Descriptor.CustomTags);
        int[] indices = JsonSerializer.Deserialize<int[]>(faded.Properties[WellKnownDiagnosticTags.Unnecessary]!)!;
        Assert.Equal(
            ["Init.XavierUniform", "Gain = 4"],
            indices.Select(index => faded.AdditionalLocations[index]).Select(static location =>
                location.SourceTree!.GetText().ToString(location.SourceSpan)));
    }

    [Fact]
    public Task The_fix_removes_the_initializer_and_its_arguments() => FixesAsync<ArgumentRemovalFixer>(
        Network(
            500,
            "500, Activation.Relu, {|INIT2014:Init.HeNormal|}, Bias = 0.1, Gain = 1, FanMode = FanMode.In",
            "{|INIT2014:init: Init.XavierUniform|}, units: 500, activation: Activation.Sigmoid, Gain = 4",
            "10, Activation.Softmax, {|INIT2014:Init.XavierUniform|}"),
        Network(500, "500, Activation.Relu, Bias = 0.1", "units: 500, activation: Activation.Sigmoid", "10, Activation.Softmax"));

    private static DiagnosticResult Faded(int place, params int[] faded) => faded.Aggregate(
        new DiagnosticResult("INIT2014", DiagnosticSeverity.Hidden).WithLocation(place),
        static (result, key) => result.WithLocation(key, DiagnosticLocationOptions.UnnecessaryCode));
}
