using System.Threading.Tasks;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class OneCauseTests
{
    private const string Softmax = "10, Activation.Softmax";

    [Theory]
    [InlineData("Activation.Selu, Init.Normal, StdDev = {|INIT2007:0.002|}")]
    [InlineData("Activation.Selu, Init.Uniform, Limit = {|INIT2008:0.0447|}")]
    [InlineData("Activation.Selu, Init.Sparse, NonZeros = 50, StdDev = {|INIT2013:0.001|}")]
    [InlineData("Activation.Selu, {|INIT2005:Init.Sparse|}, NonZeros = 50, StdDev = 0.3")]
    [InlineData("Activation.Selu, {|INIT2002:Init.Ones|}, Bias = 9")]
    [InlineData("Activation.Tanh, {|INIT2004:Init.HeNormal|}, Bias = 9")]
    [InlineData("Activation.Sigmoid, {|INIT2001:Init.Zeros|}, Bias = 9")]
    public Task A_layer_is_reported_by_the_rule_that_knows_its_cause(string layer) =>
        ReportsAsync(Network(500, $"500, {layer}, Repeat = 5", Softmax));

    [Fact]
    public Task Two_causes_are_two_reports() => ReportsAsync(
        Network(500, "500, {|INIT2006:Activation.Sigmoid|}, {|INIT2004:Init.HeNormal|}, Repeat = 5", Softmax));

    [Fact]
    public Task Layers_with_different_causes_are_each_reported() => ReportsAsync(Network(
        500,
        "500, Activation.Relu, {|INIT2003:Init.XavierNormal|}, Repeat = 2",
        "500, Activation.Relu, Init.HeNormal, Gain = {|INIT2009:1.414|}",
        "500, Activation.Relu, {|INIT2010:Init.Orthogonal|}, Repeat = 2",
        "500, Activation.Relu, Init.Normal, StdDev = {|INIT2007:0.004|}",
        "500, Activation.Relu, Bias = {|INIT2011:-99|}",
        Softmax));
}
