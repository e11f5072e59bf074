using System.Linq;
using InitGen.Initialization;

namespace InitGen.Tests.Initialization;

public class ParameterStreamTests
{
    // Computed by an implementation in another language. These never change: released networks depend on them.
    [Theory]
    [InlineData("", 0xefd01f60ba992926)]
    [InlineData("a", 0x82a2a958a9bece5b)]
    [InlineData("Hidden1.Weights", 0xc6431eb316424cef)]
    [InlineData("Hidden.3.Weights", 0xa00ca7dccf6ddc4f)]
    [InlineData("Hidden.3.Biases", 0xcf9b6a6b558e22ae)]
    [InlineData("Größe.Weights", 0xa637e78e64868b14)]
    public void The_stream_of_a_name_never_changes(string name, ulong stream) => Assert.Equal(stream, ParameterStream.Of(name));

    [Fact]
    public void A_layers_parameters_are_named_after_it()
    {
        Assert.Equal("Hidden.3.Weights", ParameterStream.NameOf("Hidden.3", "Weights"));
        Assert.Equal("Hidden.3.Biases", ParameterStream.NameOf("Hidden.3", "Biases"));
    }

    [Fact]
    public void Different_names_have_different_streams()
    {
        string[] names =
        [
            .. from prefix in (string[])["Hidden", "hidden", "Layer", "Output", "H", "Encoder.Block"]
               from index in Enumerable.Range(0, 20_000)
               from parameter in (string[])["Weights", "Biases"]
               select $"{prefix}.{index}.{parameter}",
        ];
        Assert.Equal(names.Length, names.Select(ParameterStream.Of).Distinct().Count());
    }

    // Found by a reduction of the lattice of FNV-1a's collisions: they exist, so that INIT1015 has to refuse them.
    [Fact]
    public void Different_names_may_have_one_stream()
    {
        Assert.Equal(ParameterStream.Of("oO8g8b8aX4H.Weights"), ParameterStream.Of("t_AwzdNsk_X.Weights"));
        Assert.Equal(ParameterStream.Of("H3RKC80IdNF.0.Biases"), ParameterStream.Of("XD1u0DaI3r_.0.Biases"));
    }

    [Fact]
    public void One_character_changes_about_half_of_the_bits()
    {
        ulong[] streams = [.. Enumerable.Range(0, 1001).Select(index => ParameterStream.Of($"Hidden.{index}.Weights"))];
        double changed = streams.Zip(streams.Skip(1)).Average(pair => (double)ulong.PopCount(pair.First ^ pair.Second));
        Assert.InRange(changed, 31.5, 32.5); // 32 ± 4 standard errors
    }
}
