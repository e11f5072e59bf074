using System.Linq;
using InitGen.Initialization;
using InitGen.Testing.Generators;

namespace InitGen.Generator.Tests;

/// <summary>Each network has a file of its own.</summary>
public class HintNameTests
{
    [Fact]
    public void Networks_whose_names_share_32_bits_of_a_hash_have_files_of_their_own()
    {
        string end = new('N', 100);
        string[] names = ["A36031_" + end, "A73954_" + end];
        Assert.Equal((uint)ParameterStream.Of(names[0]), (uint)ParameterStream.Of(names[1]));

        Assert.Equal(2, Definitions.Generate(string.Concat(names.Select(Network))).Sources.Count);
    }

    [Theory]
    [InlineData("namespace A { class B { } } namespace A.B { partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } } }")]
    [InlineData("partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } [Network(3)] partial class Hidden { [Dense(3)] public partial DenseLayer Last { get; } } }")]
    [InlineData("namespace A { partial class B { [Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Last { get; } } } } namespace A.B { [Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Last { get; } } }")]
    public void Wrong_code_with_two_things_of_one_name_does_no_harm(string source) => Definitions.Generate(source);

    [Theory]
    [InlineData("file class Net { }", "")]
    [InlineData("file class Net { }", "namespace Samples;")]
    public void A_type_of_the_same_name_in_an_earlier_file_hides_no_network(string earlier, string space)
    {
        GenerationResult result = new GeneratorSession<NetworkGenerator>($"{space} {earlier}", $"using InitGen; {space} {Network("Net")}")
            .Run(TestContext.Current.CancellationToken);

        Assert.True(result.HasNetwork());
    }

    private static string Network(string name) => $"[Network(3)] partial class {name} {{ [Dense(3)] public partial DenseLayer Hidden {{ get; }} }}";
}
