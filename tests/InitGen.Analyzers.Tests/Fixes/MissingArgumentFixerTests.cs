using System.Threading.Tasks;
using InitGen.CodeFixes;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Fixes;

public class MissingArgumentFixerTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Theory]
    [InlineData("Activation.Relu, {|INIT1006:Init.Normal|}", "StdDev = 0.05051")] // √(2/784)
    [InlineData("Activation.Relu, {|INIT1006:Init.Uniform|}", "Limit = 0.08748")] // √(6/784)
    [InlineData("Activation.Tanh, {|INIT1006:Init.Uniform|}", "Limit = 0.06836")] // √(6/(784 + 500))
    [InlineData("Activation.Sigmoid, {|INIT1006:Init.TruncatedNormal|}", "StdDev = 0.1579")] // 4·√(2/(784 + 500))
    [InlineData("Activation.Selu, {|INIT1006:Init.Normal|}", "StdDev = 0.03571")] // √(1/784)
    [InlineData("Activation.Gelu, {|INIT1006:Init.Normal|}", "StdDev = 0.0529")] // √(1/(784·0.42522)), E[gelu(z)²] = 0.42522
    [InlineData("Activation.Relu, {|INIT1006:Init.Sparse|}", "StdDev = 0.3651, NonZeros = 15")] // √(2/15)
    [InlineData("Activation.Tanh, {|INIT1006:Init.Sparse|}", "StdDev = 0.2853, NonZeros = 15")] // √(784·2/(784 + 500)/15)
    public Task The_scale_is_the_one_that_suits_the_layer(string layer, string added) => FixesAsync<MissingArgumentFixer>(
        Network(784, $"500, {layer}", Softmax),
        Network(784, $"500, {Fixed(layer)}, {added}", Softmax),
        $"Add '{added}'");

    [Theory]
    [InlineData("500, Activation.Relu, {|INIT1006:Init.Normal|}, Repeat = 10", "500, Activation.Relu, Init.Normal, StdDev = 0.06325, Repeat = 10")]
    [InlineData("500, Activation.Relu, {|INIT1006:Init.Normal|}, Repeat = 2", "500, Activation.Relu, Init.Normal, StdDev = 0.05051, Repeat = 2")]
    public Task In_a_stack_it_suits_most_layers(string layer, string fixedLayer) =>
        FixesAsync<MissingArgumentFixer>(Network(784, layer, Softmax), Network(784, fixedLayer, Softmax));

    [Theory]
    [InlineData("{|INIT1006:Init.Sparse|}, StdDev = 1", "Init.Sparse, NonZeros = 2, StdDev = 1")]
    [InlineData("{|INIT1006:Init.Sparse|}, NonZeros = 50", "Init.Sparse, StdDev = 0.2, NonZeros = 50")]
    public Task What_is_written_of_a_sparse_layer_decides_the_other(string initializer, string fixedInitializer) =>
        FixesAsync<MissingArgumentFixer>(
            Network(784, $"500, Activation.Relu, {initializer}", Softmax), Network(784, $"500, Activation.Relu, {fixedInitializer}", Softmax));

    [Fact]
    public Task A_sparse_layer_of_few_inputs_stays_sparse() => FixesAsync<MissingArgumentFixer>(
        Network(10, "500, Activation.Relu, {|INIT1006:Init.Sparse|}", Softmax),
        Network(10, "500, Activation.Relu, Init.Sparse, StdDev = 0.4714, NonZeros = 9", Softmax));

    [Fact]
    public Task Arguments_stay_named_and_spaced_and_comments_stay_and_all_documents_are_fixed() => new NetworkCodeFixTest<MissingArgumentFixer>
    {
        TestState =
        {
            Sources =
            {
                Network(
                    784,
                    "init: {|INIT1006:Init.Normal|}, activation: Activation.Relu, units : 500 /* u */, Bias = 0.1",
                    "500,Activation.Relu,{|INIT1006:Init.Uniform|} /* i */",
                    "10").ReplaceLineEndings("\r\n"),
                Network(784, "500, Activation.Relu, {|INIT1006:Init.Uniform|}").Replace("class Net", "class Other"),
            },
        },
        FixedState =
        {
            Sources =
            {
                Network(
                    784,
                    "init: Init.Normal, activation: Activation.Relu, units : 500, StdDev = 0.05051 /* u */, Bias = 0.1",
                    "500,Activation.Relu,Init.Uniform, Limit = 0.1095 /* i */",
                    "10").ReplaceLineEndings("\r\n"),
                Network(784, "500, Activation.Relu, Init.Uniform, Limit = 0.08748").Replace("class Net", "class Other"),
            },
        },
    }.RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("500, Activation.Relu, {|INIT1006:Init.Constant|}")]
    [InlineData("500, Activation.Relu, {|INIT1006:Init.Custom|}")]
    [InlineData("500, Activation.Relu, Init.Custom, Initializer = {|INIT1006:null|}")]
    [InlineData("500, Activation.Relu, Init.HeNormal, StdDev = {|INIT1006:0.1|}")]
    [InlineData("{|INIT1003:0|}, Activation.Relu, {|INIT1006:Init.Normal|}")]
    [InlineData("500, {|INIT1007:(Activation)99|}, {|INIT1006:Init.Normal|}")]
    [InlineData("500, Activation.LeakyRelu, {|INIT1006:Init.Normal|}, Slope = {|INIT1007:double.NaN|}")]
    [InlineData("500, Activation.Relu, {|INIT1006:Init.Sparse|}, NonZeros = {|INIT1003:0|}")]
    public Task Without_a_value_that_suits_there_is_no_fix(string layer) => HasNoFixAsync<MissingArgumentFixer>(Network(784, layer));

    private static string Fixed(string layer) => layer.Replace("{|INIT1006:", "").Replace("|}", "");
}
