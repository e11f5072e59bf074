using System.Threading.Tasks;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

public class NarrowRectifierRuleTests
{
    [Theory]
    [InlineData("4, Activation.Relu", "2, Activation.Relu")]
    [InlineData("3, Activation.Relu", "2, Activation.LeakyRelu")]
    [InlineData("2, Activation.Tanh", "1, Activation.Relu")]
    [InlineData("2, Activation.Relu", "1, Activation.Relu, Bias = 0.1")]
    [InlineData("2, Activation.Relu", "1, Activation.Relu, BiasStdDev = 0.1")]
    [InlineData("2, Activation.Relu", "2, Activation.Relu, Init.Identity")]
    public Task Layers_that_seldom_start_dead_are_silent(string first, string second) => ReportsAsync(Network(8, first, second, "1"));

    [Fact]
    public Task The_first_layer_sees_inputs_of_either_sign() => ReportsAsync(Network(1, "1, Activation.Relu", "1"));

    [Fact]
    public Task One_unit_behind_two_is_dead_in_a_quarter_of_all_seeds() => SaysAsync(
        "INIT3008",
        Network(8, "2, Activation.Relu", "{|#0:1|}, Activation.Relu", "1"),
        "'Layer2' has 1 ReLU unit behind 2 units, none of which is ever negative: with 25 % of all seeds or more, it has negative weights "
        + "only, is 0 for every input, and nothing is learnt; use more units, or LeakyRelu");

    // 1 − (1 − 1/2⁶)·(1 − 1/2²), and 1/2³² more that no digit shows.
    [Fact]
    public Task A_layer_that_adds_to_the_chance_is_mentioned() => SaysAsync(
        "INIT3008",
        Network(
            8,
            "8, Activation.Relu",
            "4, Activation.Relu",
            "3, Activation.Tanh",
            "3, Activation.Relu",
            "2, Activation.Relu",
            "{|#0:1|}, Activation.Relu",
            "1"),
        "'Layer6' has 1 ReLU unit behind 2 units, none of which is ever negative: with 26.2 % of all seeds or more, it or another such "
        + "layer has negative weights only, is 0 for every input, and nothing is learnt; use more units, or LeakyRelu");

    // 1 − (1 − 1/16)⁹
    [Fact]
    public Task Many_narrow_layers_count_together() => SaysAsync(
        "INIT3008",
        Network(2, "{|#0:2|}, Activation.Relu, Repeat = 10", "1"),
        "'Layer1' has 2 ReLU units behind 2 units, none of which is ever negative: with 44.1 % of all seeds or more, it or another such "
        + "layer has negative weights only, is 0 for every input, and nothing is learnt; use more units, or LeakyRelu");
}
