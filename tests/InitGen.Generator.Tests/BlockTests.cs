using System;
using System.Linq;
using System.Text.Json;
using InitGen.Reading;

namespace InitGen.Generator.Tests;

/// <summary>Blocks: what a network makes of those that it uses.</summary>
public class BlockTests
{
    private const string Branch = """
        [Residual(BranchScale = 0.5)]
        partial class Branch
        {
            [Dense(Block.Units, Activation.Tanh)] public partial DenseLayer Up { get; }
            [Dense(Block.InputUnits, BiasStdDev = 0.1)] public partial DenseLayer Down { get; }
        }

        """;

    private const string Repeated = Branch + """
        [Network(6)]
        partial class Net
        {
            [Dense(7)] public partial DenseLayer Stem { get; }
            [Block(9, Repeat = 2)] public partial BlockStack<Branch> Blocks { get; }
            [Dense(3)] public partial DenseLayer Output { get; }
        }

        static partial class Probe
        {
            public static string[] Names() => [.. Net.Layers.ToArray().Select(layer => layer.Name)];

            public static float[] UpWeights(int block) => new Net(3).Blocks[block].Up.Weights.ToArray();

            public static float[] EachBias()
            {
                List<float> biases = [];
                foreach (Branch block in new Net(3).Blocks)
                {
                    biases.AddRange(block.Down.Biases.ToArray());
                }

                return [.. biases];
            }

            public static int Count() => new Net(3).Blocks.Count;

            public static object Beyond() => new Net(3).Blocks[2];
        }
        """;

    [Fact]
    public void A_network_of_blocks_computes_what_it_does_with_its_layers_one_by_one()
    {
        CompiledNetworks blocks = new(Repeated + CompiledNetworks.Probe);
        CompiledNetworks flat = new("""
            [Network(6)]
            partial class Net
            {
                [Dense(7)] public partial DenseLayer Stem { get; }
                [Dense(9, Activation.Tanh)] public partial DenseLayer Up0 { get; }
                [Dense(7, BiasStdDev = 0.1)] public partial DenseLayer Down0 { get; }
                [Add(nameof(Stem), BranchScale = 0.5)] public partial Layer Sum0 { get; }
                [Dense(9, Activation.Tanh)] public partial DenseLayer Up1 { get; }
                [Dense(7, BiasStdDev = 0.1)] public partial DenseLayer Down1 { get; }
                [Add(nameof(Sum0), BranchScale = 0.5)] public partial Layer Sum1 { get; }
                [Dense(3)] public partial DenseLayer Output { get; }
            }
            """ + CompiledNetworks.Probe);
        float[] parameters = blocks.Call<float[]>("Parameters", 5UL);
        float[] inputs = NormalInputs.Of(4 * 6);
        float[] outputGradients = NormalInputs.Of(4 * 3);

        Assert.Equal(flat.Call<float[]>("Forward", parameters, inputs), blocks.Call<float[]>("Forward", parameters, inputs));
        Assert.Equal(flat.Call<float[]>("Backward", parameters, inputs, outputGradients), blocks.Call<float[]>("Backward", parameters, inputs, outputGradients));
        Assert.Equal(
            flat.Call<LayerInfo[]>("Layers").Select(static layer => (layer.Kind, layer.Output, layer.Predicted)),
            blocks.Call<LayerInfo[]>("Layers").Select(static layer => (layer.Kind, layer.Output, layer.Predicted)));
    }

    [Fact]
    public void Each_copy_has_a_name_and_random_streams_of_its_own()
    {
        CompiledNetworks network = new(Repeated + CompiledNetworks.Probe);

        Assert.Equal(
            ["Stem", "Blocks.0.Up", "Blocks.0.Down", "Blocks.0", "Blocks.1.Up", "Blocks.1.Down", "Blocks.1", "Output"],
            network.Call<string[]>("Names"));
        ulong[] streams = [.. network.Call<LayerInfo[]>("Layers").SelectMany(static layer => layer.Parameters).Select(static parameter => parameter.Stream)];
        Assert.Equal(streams.Length, streams.Distinct().Count());
    }

    [Fact]
    public void A_view_of_a_block_shows_the_layers_of_its_copy()
    {
        CompiledNetworks network = new(Repeated + CompiledNetworks.Probe);
        LayerInfo[] layers = network.Call<LayerInfo[]>("Layers");
        float[] parameters = network.Call<float[]>("Parameters", 3UL);

        Assert.Equal(2, network.Call<int>("Count"));
        Assert.Equal(layers[4].Weights(parameters).ToArray(), network.Call<float[]>("UpWeights", 1));
        Assert.Equal([.. layers[2].Biases(parameters), .. layers[5].Biases(parameters)], network.Call<float[]>("EachBias"));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Call<object>("Beyond"));
    }

    [Fact]
    public void A_shortcut_is_there_where_the_shape_changes_and_only_there()
    {
        CompiledNetworks network = new("""
            [Residual]
            partial class Wide
            {
                [Dense(Block.Units, Activation.Tanh)] public partial DenseLayer Up { get; }
                [Shortcut, Dense(Block.Units, UseBias = false)] public partial DenseLayer Way { get; }
            }

            [Network(6)]
            partial class Net
            {
                [Block(9, Repeat = 2)] public partial BlockStack<Wide> Blocks { get; }
                [Block(9)] public partial Wide Single { get; }
            }

            static class Probe
            {
                public static string[] Layers() => [.. Net.Layers.ToArray().Select(layer => $"{layer.Name} {string.Join(",", layer.From)}")];
                public static string Way(int block) => new Net(1).Blocks[block].Way.Name;
                public static string Single() => new Net(1).Single.Up.Name;
            }
            """);

        Assert.Equal(
            ["Blocks.0.Up ", "Blocks.0.Way -1", "Blocks.0 0,1", "Blocks.1.Up ", "Blocks.1 3,2", "Single.Up ", "Single 5,4"],
            network.Call<string[]>("Layers"));
        Assert.Equal("Blocks.0.Way", network.Call<string>("Way", 0));
        Assert.Equal("Single.Up", network.Call<string>("Single"));
        Assert.Contains("'Blocks.1' has no layer 'Way'", Assert.Throws<InvalidOperationException>(() => network.Call<string>("Way", 1)).Message);
    }

    [Fact]
    public void Blocks_in_blocks_and_what_comes_into_a_block_have_names()
    {
        CompiledNetworks network = new("""
            [Sequential]
            partial class Growth
            {
                [Dense(4, Activation.Relu)] public partial DenseLayer New { get; }
                [Concat(Block.Input)] public partial Layer Both { get; }
            }

            [Residual(IsOptional = true)]
            partial class Outer
            {
                [Block(Repeat = 2)] public partial BlockStack<Growth> Grown { get; }
                [Dense(Block.Units, Repeat = 2)] public partial DenseStack Last { get; }
            }

            [Network(3, Names = NameStyle.SnakeCase)]
            partial class Net
            {
                [Block(5, Repeat = 2)] public partial BlockStack<Outer> Outers { get; }
                [Name("head.0"), Dense(2, From = nameof(Outers))] public partial DenseLayer Output { get; }
            }

            static class Probe
            {
                public static string[] Layers() => [.. Net.Layers.ToArray().Select(layer => $"{layer.FileName} {layer.Output}")];
                public static string[] Views()
                {
                    Net net = new(1);
                    Outer outer = net.Outers[1];
                    return [outer.Grown[1].New.Name, outer.Last[1].Name, net.Output.Name];
                }
            }
            """);

        Assert.Equal(
            [
                "outers.0.grown.0.new 4", "outers.0.grown.0.both 7", "outers.0.grown.1.new 4", "outers.0.grown.1.both 11", "outers.0.last.0 5", "outers.0.last.1 5",
                "outers.1.grown.0.new 4", "outers.1.grown.0.both 9", "outers.1.grown.1.new 4", "outers.1.grown.1.both 13", "outers.1.last.0 5", "outers.1.last.1 5",
                "Outers.1 5", "head.0 2",
            ],
            network.Call<string[]>("Layers"));
        Assert.Equal(["Outers.1.Grown.1.New", "Outers.1.Last.1", "Output"], network.Call<string[]>("Views"));
    }

    [Fact]
    public void A_scale_by_depth_is_one_over_the_root_of_the_number_of_branches()
    {
        CompiledNetworks network = new("""
            [Residual(BranchScale = Scale.PerDepth)]
            partial class Branch
            {
                [Dense(Block.Units, UseBias = false)] public partial DenseLayer Down { get; }
            }

            [Network(5)]
            partial class Net
            {
                [Block(Repeat = 4)] public partial BlockStack<Branch> Blocks { get; }
            }
            """ + CompiledNetworks.Probe);
        float[] parameters = new float[4 * 25];
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = i % 25 % 6 == 0 ? 1 : 0; // each branch passes on what it gets
        }

        // Four times x + x/2.
        Assert.Equal(Enumerable.Repeat(1.5f * 1.5f * 1.5f * 1.5f, 5), network.Call<float[]>("Forward", parameters, new float[] { 1, 1, 1, 1, 1 }));
    }

    [Theory]
    [InlineData("Conv1")]
    [InlineData("LnF")]
    [InlineData("HTTPServer")]
    [InlineData("Layer1Norm")]
    [InlineData("a")]
    [InlineData("BN1")]
    [InlineData("DownsampleNorm")]
    public void A_name_in_snake_case_is_as_the_framework_writes_it(string name) =>
        Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), FileNames.SnakeCase(name));
}
