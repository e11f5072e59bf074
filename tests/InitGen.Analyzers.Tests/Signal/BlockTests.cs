using System.Threading.Tasks;
using InitGen.CodeFixes;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

/// <summary>Layers in blocks are judged where they are used, and spoken of where they are declared.</summary>
public class BlockTests
{
    private static string Deep(string arguments) => $$"""
        using InitGen;

        [Sequential]
        partial class Pair
        {
            [Dense(Block.Units, Activation.Relu, {{arguments}})] public partial DenseLayer First { get; }
            [Dense(Block.Units, Activation.Relu)] public partial DenseLayer Second { get; }
        }

        [Network(500)]
        partial class Net
        {
            [Block(500, Repeat = 10)] public partial BlockStack<Pair> Pairs { get; }
            [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }
        }
        """;

    [Fact]
    public Task A_mistake_in_all_copies_is_reported_once_with_what_is_predicted_of_the_network() => SaysAsync(
        "INIT2003",
        Deep("{|#0:Init.XavierUniform|}"),
        "'Pairs.0.First' has Xavier weights under ReLU, so the signal loses half its variance at each such layer: "
            + "predicted standard deviation 0.0438 at the last layer, 1.4 with HeNormal; use HeNormal");

    [Fact]
    public Task A_fix_in_a_block_changes_all_copies_and_is_predicted_so() => FixesAsync<InitializerFixer>(
        Deep("{|INIT2003:Init.XavierUniform|}"),
        Deep("Init.HeNormal"),
        "Use HeNormal (predicted std at the output 1.4 instead of 0.0438)");

    [Fact]
    public Task A_remedy_in_several_places_names_each_place_of_a_block_once() => FixesAsync<SignalFixer>(
        Deep("{|INIT3002:Init.Normal|}, StdDev = 0.2"),
        Deep("Init.HeNormal"));
}
