using System.Threading.Tasks;
using InitGen.CodeFixes;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Fixes;

public class InitializerFixerTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Theory]
    [InlineData(
        "500, Activation.Relu, {|INIT2003:Init.XavierUniform|}",
        "500, Activation.Relu, Init.HeNormal",
        "Use HeNormal (predicted std at the output 1.4 instead of 0.99)")]
    [InlineData(
        "500, Activation.Relu, {|INIT2001:Init.Zeros|}",
        "500, Activation.Relu, Init.HeNormal",
        "Use HeNormal (predicted std at 'Layer1' 0.826 instead of 0)")]
    [InlineData(
        "500, Activation.Tanh, {|INIT2002:Init.Ones|}",
        "500, Activation.Tanh, Init.XavierUniform",
        "Use XavierUniform (predicted std at 'Layer1' 0.628)")]
    [InlineData(
        "500, Activation.Tanh, {|INIT2004:Init.HeNormal|}, Repeat = 10",
        "500, Activation.Tanh, Init.XavierUniform, Repeat = 10",
        "Use XavierUniform (predicted pre-activation std 1 instead of 1.41)")]
    public Task The_initializer_is_replaced_and_the_title_says_what_that_changes(string layer, string fixedLayer, string title) =>
        FixesAsync<InitializerFixer>(Network(500, layer, Softmax), Network(500, fixedLayer, Softmax), title);

    [Fact]
    public Task A_title_says_where_it_takes_the_fixes_of_several_layers() => FixesAsync<InitializerFixer>(
        Network(500, "500, Activation.Relu, {|INIT2002:Init.Ones|}", "500, Activation.Relu, {|INIT2002:Init.Ones|}", Softmax),
        Network(500, "500, Activation.Relu, Init.HeNormal", "500, Activation.Relu, Init.HeNormal", Softmax),
        action => Assert.Contains(
            action.Title,
            (string[])[
                "Use HeNormal (with all such layers, predicted std at 'Layer1' 0.826)",
                "Use HeNormal (predicted std at 'Layer2' 0.826)"]));

    [Theory]
    [InlineData("500, Activation.Relu, {|INIT2002:Init.Constant|}, Value = 0.1", "500, Activation.Relu, Init.HeNormal")]
    [InlineData("500, Activation.Relu, {|INIT2002:Init.Constant|}, Bias = 1, Value = 0.1", "500, Activation.Relu, Init.HeNormal, Bias = 1")]
    [InlineData("500, Activation.Relu, {|INIT2002:Init.Constant|}, Value = 0.1, Bias = 1", "500, Activation.Relu, Init.HeNormal, Bias = 1")]
    [InlineData(
        "500, Activation.Relu, {|INIT2003:Init.XavierNormal|}, Gain = 1, FanMode = FanMode.In, Truncated = true",
        "500, Activation.Relu, Init.HeNormal, Truncated = true")]
    [InlineData(
        "500, Activation.Tanh, {|INIT2004:Init.HeNormal|}, Truncated = true, Repeat = 2, FanMode = FanMode.Out",
        "500, Activation.Tanh, Init.XavierUniform, Repeat = 2")]
    [InlineData(
        "500, Activation.Relu, Init.Normal, StdDev = {|INIT2003:0.0447|}, Bias = 0.1",
        "500, Activation.Relu, Init.HeNormal, Bias = 0.1")]
    [InlineData("500, Activation.Relu, Init.Uniform, Limit = {|INIT2003:0.0775|}", "500, Activation.Relu, Init.HeNormal")]
    [InlineData(
        "500, Activation.Gelu, {|INIT2003:Init.XavierNormal|}, Truncated = true, Repeat = 3", "500, Activation.Gelu, Init.Auto, Repeat = 3")]
    public Task Arguments_that_no_longer_belong_are_removed(string layer, string fixedLayer) =>
        FixesAsync<InitializerFixer>(Network(500, layer, Softmax), Network(500, fixedLayer, Softmax));

    [Theory]
    [InlineData("500, Activation.Sigmoid, {|INIT2001:Init.Zeros|}", "500, Activation.Sigmoid, Init.XavierUniform, Gain = 4")]
    [InlineData(
        "500, Activation.Sigmoid, {|INIT2001:Init.Zeros|}, Bias = 1",
        "500, Activation.Sigmoid, Init.XavierUniform, Gain = 4, Bias = 1")]
    [InlineData("500, Activation.Sigmoid, {|INIT2002:Init.Constant|}, Value = 1", "500, Activation.Sigmoid, Init.XavierUniform, Gain = 4")]
    [InlineData(
        "500, init: {|INIT2004:Init.HeNormal|}, activation: Activation.Sigmoid, Repeat = 2",
        "500, init: Init.XavierUniform, activation: Activation.Sigmoid, Gain = 4, Repeat = 2")]
    public Task A_gain_is_written_where_the_activation_needs_one(string layer, string fixedLayer) =>
        FixesAsync<InitializerFixer>(Network(500, layer, Softmax), Network(500, fixedLayer, Softmax));

    [Theory]
    [InlineData(
        "units: 500, activation: Activation.Relu, init: {|INIT2003:Init.XavierNormal|}",
        "units: 500, activation: Activation.Relu, init: Init.HeNormal")]
    [InlineData(
        "init: {|INIT2003:Init.XavierNormal|}, activation: Activation.Relu, units: 500",
        "init: Init.HeNormal, activation: Activation.Relu, units: 500")]
    [InlineData("500, Activation.Relu, {|INIT2003:InitGen.Init.XavierNormal|}", "500, Activation.Relu, InitGen.Init.HeNormal")]
    [InlineData(
        "500, Activation.Relu, {|INIT2003:global::InitGen.Init.XavierNormal|}",
        "500, Activation.Relu, global::InitGen.Init.HeNormal")]
    [InlineData("500, Activation.Relu, {|INIT2003:(Init.XavierNormal)|}", "500, Activation.Relu, Init.HeNormal")]
    [InlineData("500, Activation.Relu, {|INIT2003:(Init)7|}", "500, Activation.Relu, Init.HeNormal")]
    [InlineData(" 500 ,Activation.Relu,  {|INIT2003:Init . XavierNormal|}  ", " 500 ,Activation.Relu,  Init . HeNormal  ")]
    public Task Arguments_stay_named_or_positional_and_spaced_as_they_were(string layer, string fixedLayer) =>
        FixesAsync<InitializerFixer>(Network(500, layer, Softmax), Network(500, fixedLayer, Softmax));

    [Fact]
    public Task Comments_and_lines_are_kept() => FixesAsync<InitializerFixer>(
        """
        using Choice = InitGen.Init;
        using static InitGen.Init;
        using InitGen;

        [Network(500)]
        public partial class Net
        {
            const Init Mine = Init.Constant;

            // One.
            [Dense(500, /* rectified */ Activation.Relu, /* constant */ {|INIT2002:Choice.Constant|} /* ! */,
                Value = 0.1, // the value
                Bias = 0.2)] // end
            public partial DenseLayer One { get; }

            [Dense(
                500
                , Activation.Relu
                , {|INIT2002:Constant|}
                , Value = 0.1
                , Bias = 0.2
            )]
            public partial DenseLayer Two { get; }

            [Dense(500, Activation.Relu, {|INIT2002:Mine|}, /* the value */ Value = 0.1)] public partial DenseLayer Three { get; }

            [Dense(10)] public partial DenseLayer Output { get; }
        }
        """,
        """
        using Choice = InitGen.Init;
        using static InitGen.Init;
        using InitGen;

        [Network(500)]
        public partial class Net
        {
            const Init Mine = Init.Constant;

            // One.
            [Dense(500, /* rectified */ Activation.Relu, /* constant */ Choice.HeNormal /* ! */, // the value
                Bias = 0.2)] // end
            public partial DenseLayer One { get; }

            [Dense(
                500
                , Activation.Relu
                , HeNormal
                , Bias = 0.2
            )]
            public partial DenseLayer Two { get; }

            [Dense(500, Activation.Relu, Choice.HeNormal /* the value */ )] public partial DenseLayer Three { get; }

            [Dense(10)] public partial DenseLayer Output { get; }
        }
        """);

    [Fact]
    public Task Layers_of_all_kinds_and_documents_are_fixed_together_with_their_line_endings() => new NetworkCodeFixTest<InitializerFixer>
    {
        TestState =
        {
            Sources =
            {
                Network(
                    500,
                    "500, Activation.Relu, {|INIT2003:Init.XavierNormal|}",
                    "500, Activation.Gelu, {|INIT2003:Init.XavierUniform|}",
                    "500, Activation.Relu, {|INIT2001:Init.Zeros|}",
                    "500, Activation.Tanh, {|INIT2004:Init.HeUniform|}, Repeat = 2").ReplaceLineEndings("\r\n"),
                Network(500, "500, Activation.Relu, {|INIT2003:Init.XavierNormal|}, Repeat = 3").Replace("class Net", "class Other"),
            },
        },
        FixedState =
        {
            Sources =
            {
                Network(
                    500,
                    "500, Activation.Relu, Init.HeNormal",
                    "500, Activation.Gelu, Init.Auto",
                    "500, Activation.Relu, Init.HeNormal",
                    "500, Activation.Tanh, Init.XavierUniform, Repeat = 2").ReplaceLineEndings("\r\n"),
                Network(500, "500, Activation.Relu, Init.HeNormal, Repeat = 3").Replace("class Net", "class Other"),
            },
        },
    }.RunAsync(TestContext.Current.CancellationToken);
}
