using System.Threading.Tasks;
using InitGen.CodeFixes;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Fixes;

/// <summary>INIT1006; the tests of other rules show the fixer on theirs.</summary>
public class ArgumentRemovalFixerTests
{
    [Theory]
    [InlineData("500, Activation.Relu, Init.HeNormal, StdDev = {|INIT1006:0.1|}", "500, Activation.Relu, Init.HeNormal", "Remove 'StdDev = 0.1'")]
    [InlineData("500, Gain = {|INIT1006:2|}, Repeat = 1", "500, Repeat = 1", "Remove 'Gain = 2'")]
    [InlineData("500, Activation.Tanh, Slope = {|INIT1006:0.1|}, Bias = 1", "500, Activation.Tanh, Bias = 1", "Remove 'Slope = 0.1'")]
    [InlineData("500, UseBias = false, Bias = {|INIT1006:1|}", "500, UseBias = false", "Remove 'Bias = 1'")]
    [InlineData("500, BiasStdDev = {|INIT1006:1|}, UseBias = false", "500, UseBias = false", "Remove 'BiasStdDev = 1'")]
    [InlineData("500, Initializer = {|INIT1006:typeof(string)|}", "500", "Remove 'Initializer = typeof(string)'")]
    public Task An_argument_that_does_not_belong_is_removed(string layer, string fixedLayer, string title) =>
        FixesAsync<ArgumentRemovalFixer>(Network(784, layer), Network(784, fixedLayer), title);

    [Fact]
    public Task Several_are_removed_at_once_and_comments_and_lines_stay() => FixesAsync<ArgumentRemovalFixer>(
        """
        using InitGen;

        [Network(784)]
        public partial class Net
        {
            [Dense(500, Activation.Relu, Init.HeNormal,
                StdDev = {|INIT1006:0.1|},
                Limit = {|INIT1006:1|}, // the fan
                FanMode = FanMode.In, Slope = {|INIT1006:0.2|})]
            public partial DenseLayer One { get; }

            [Dense(10, NonZeros = {|INIT1006:3|}, Value = {|INIT1006:(1 + 1) / 2|})] public partial DenseLayer Output { get; }
        }
        """,
        """
        using InitGen;

        [Network(784)]
        public partial class Net
        {
            [Dense(500, Activation.Relu, Init.HeNormal, // the fan
                FanMode = FanMode.In)]
            public partial DenseLayer One { get; }

            [Dense(10)] public partial DenseLayer Output { get; }
        }
        """);

    [Theory]
    [InlineData("500, Activation.Relu, {|INIT1006:Init.Normal|}")]
    [InlineData("500, Activation.Relu, {|INIT1006:Init.Constant|}")]
    public Task Where_an_argument_is_missing_nothing_is_removed(string layer) => HasNoFixAsync<ArgumentRemovalFixer>(Network(784, layer));
}
