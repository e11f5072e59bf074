using System.Threading.Tasks;
using InitGen.CodeFixes;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Fixes;

public class SignalFixerTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Fact]
    public Task The_initializer_of_a_stack_is_replaced() => FixesAsync<SignalFixer>(
        Network(500, "500, Activation.Tanh, {|INIT3001:Init.Normal|}, StdDev = 0.01, Repeat = 10"),
        Network(500, "500, Activation.Tanh, Init.XavierUniform, Repeat = 10"),
        "Use XavierUniform (predicted std at 'Layer1.3' 0.358 instead of 0.00238)");

    // √(2/(10,000 + 500)) suits the first layer alone.
    [Fact]
    public Task The_initializer_of_a_stack_is_replaced_where_it_suits_only_its_first_layer() => FixesAsync<SignalFixer>(
        Network(10000, "500, Activation.Tanh, {|INIT3001:Init.Normal|}, StdDev = 0.0138, Repeat = 6", Softmax),
        Network(10000, "500, Activation.Tanh, Init.XavierUniform, Repeat = 6", Softmax));

    [Fact]
    public Task A_custom_initializer_goes_with_its_type()
    {
        const string Own = """

            [WeightVariance(0.0001)]
            public sealed class Own : IWeightInitializer
            {
                public static void Initialize(System.Span<float> weights, WeightShape shape, ref PhiloxStream random) => weights.Fill(1);
            }
            """;
        return FixesAsync<SignalFixer>(
            Network(500, "500, Activation.Tanh, {|INIT3001:Init.Custom|}, Initializer = typeof(Own), Repeat = 10") + Own,
            Network(500, "500, Activation.Tanh, Init.XavierUniform, Repeat = 10") + Own,
            "Use XavierUniform (predicted std at 'Layer1.3' 0.358 instead of 0.00238)");
    }

    [Fact]
    public Task Saturation_is_remedied() => FixesAsync<SignalFixer>(
        Network(500, "500, Activation.Tanh, {|INIT3003:Init.Normal|}, StdDev = 1, Repeat = 10"),
        Network(500, "500, Activation.Tanh, Init.XavierUniform, Repeat = 10"),
        "Use XavierUniform (predicted saturated fraction at 'Layer1.0' 0.276 % instead of 89.4 %)");

    [Theory]
    [InlineData(
        "500, Activation.Relu, {|INIT3002:Init.Normal|}, StdDev = 1, Repeat = 10",
        "500, Activation.Relu, Init.HeNormal, Repeat = 10",
        "Use HeNormal (predicted std at 'Layer1.1' 0.826 instead of 206)")]
    [InlineData(
        "500, Activation.Tanh, {|INIT3004:Init.Normal|}, StdDev = 0.02, BiasStdDev = 0.1, Repeat = 10",
        "500, Activation.Tanh, Init.XavierUniform, BiasStdDev = 0.1, Repeat = 10",
        "Use XavierUniform (predicted gradient of the weights at 'Layer2' 0.198 instead of 0.000237)")]
    [InlineData(
        "500, Activation.Tanh, {|INIT3005:Init.Normal|}, StdDev = 0.1, Repeat = 40",
        "500, Activation.Tanh, Init.XavierUniform, Repeat = 40",
        "Use XavierUniform (predicted gradient std at 'Layer1.0' 0.0265 instead of 182)")]
    [InlineData( // Φ((5.5 + ln(0.01/1.6733))/σ): the slope of SELU at its kink is 1.6733 times that above
        "500, Activation.Selu, {|INIT3006:Init.Normal|}, StdDev = 0.01, Bias = -5.5",
        "500, Activation.Selu, Init.LeCunNormal, Bias = -5.5",
        "Use LeCunNormal (predicted inactive fraction at 'Layer1' 81.5 % instead of 100 %)")]
    public Task The_title_says_what_leaves_its_thresholds(string layer, string fixedLayer, string title) =>
        FixesAsync<SignalFixer>(Network(500, layer, Softmax), Network(500, fixedLayer, Softmax), title);

    [Fact]
    public Task Every_layer_whose_weights_do_not_suit_is_changed() => FixesAsync<SignalFixer>(
        Network(
            500, "500, Activation.Relu, {|INIT3002:Init.Normal|}, StdDev = 0.1", "500, Activation.Relu, Init.Uniform, Limit = 20", Softmax),
        Network(500, "500, Activation.Relu, Init.HeNormal", "500, Activation.Relu, Init.HeNormal", Softmax));

    [Fact]
    public Task Several_layers_are_changed_where_one_is_not_enough() => FixesAsync<SignalFixer>(
        Network(
            500,
            "500, Activation.Relu, {|INIT3001:Init.Normal|}, StdDev = 0.01 /* small */, Bias = 0",
            "500, init: Init.TruncatedNormal, activation: Activation.Sigmoid, StdDev = 0.001",
            "500, Activation.Relu",
            "500, Activation.Relu, Init.Normal, StdDev = 0.0001",
            "500, Activation.Relu, Init.Normal, StdDev = 0.0001",
            Softmax),
        Network(
            500,
            "500, Activation.Relu, Init.HeNormal /* small */, Bias = 0",
            "500, init: Init.XavierUniform, activation: Activation.Sigmoid, Gain = 4",
            "500, Activation.Relu",
            "500, Activation.Relu, Init.HeNormal",
            "500, Activation.Relu, Init.HeNormal",
            Softmax));

    [Fact]
    public Task Two_networks_are_fixed_at_once() => FixesAsync<SignalFixer>(
        Network(500, "500, Activation.Tanh, {|INIT3001:Init.Normal|}, StdDev = 0.01, Repeat = 10")
            + Second("{|INIT3002:Init.Normal|}, StdDev = 1, "),
        Network(500, "500, Activation.Tanh, Init.XavierUniform, Repeat = 10") + Second("Init.HeNormal, "));

    [Theory]
    [InlineData("500, Activation.Softsign, {|INIT3003:Init.Normal|}, StdDev = 1, Bias = 99")]
    [InlineData("500, Activation.Tanh, {|INIT3011:Init.Normal|}, StdDev = 0.02, Bias = 1.2, Repeat = 10")]
    [InlineData("500, Activation.Selu, {|INIT3006:Init.Normal|}, StdDev = 0.01, Bias = -10")]
    public Task Where_no_initializer_is_a_remedy_there_is_no_fix(string layer) => HasNoFixAsync<SignalFixer>(Network(500, layer, Softmax));

    [Fact]
    public Task Where_no_initializer_brings_the_gradient_back_there_is_no_fix() => HasNoFixAsync<SignalFixer>(
        Network(784, "256, Activation.Tanh, {|INIT3004:Init.Normal|}, StdDev = 0.001, BiasStdDev = 0.5, Repeat = 3", Softmax)
            .Replace("(784)", "(784, InputMean = 1, InputStdDev = 0.0005)"));

    private static string Second(string init) => $$"""


        [Network(500)]
        public sealed partial class Second
        {
            [Dense(500, Activation.Relu, {{init}}Repeat = 5)] public partial DenseStack Hidden { get; }
        }
        """;
}
