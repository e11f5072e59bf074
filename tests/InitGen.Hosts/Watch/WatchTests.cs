using System.Threading.Tasks;
using static InitGen.Hosts.Watch.WatchedProgram;

namespace InitGen.Hosts.Watch;

/// <summary>A program with a network under <c>dotnet watch</c>.</summary>
public class WatchTests(WatchedProgram program) : IClassFixture<WatchedProgram>
{
    [Fact]
    public async Task The_program_follows_edits_of_its_network_by_itself()
    {
        Said start = await program.Say();

        // The first weight of Xavier's initializer is that of He's but for the scale: √(6/(4 + 8)) and √(6/4).
        Said initializer = await program.Edit("Init.XavierUniform", "Init.HeUniform");
        Assert.Equal(start.Weight * float.Sqrt(3), initializer.Weight, 1e-6f);

        Said layer = await program.Edit("    [Dense(2)]", """
                [Dense(3)]
                public partial DenseLayer Middle { get; }

                [Dense(2)]
            """);
        Assert.Equal(initializer with { Process = layer.Process, Layers = 3 }, layer);

        Said back = await program.Edit("    [Dense(3)]\n    public partial DenseLayer Middle { get; }\n\n", "");
        Assert.Equal(initializer with { Process = back.Process }, back);

        // Methods are still exchanged in the running program.
        Said method = await program.Edit("\"first weight\"", "\"first weight of the first layer\"");
        Assert.Equal(back with { Words = "first weight of the first layer" }, method);
    }
}
