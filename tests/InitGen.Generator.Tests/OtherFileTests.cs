using System.Collections.Generic;
using InitGen.Reading;
using InitGen.Testing.Generators;

namespace InitGen.Generator.Tests;

/// <summary>A definition that has not changed is read anew where an edit of another file changes what it means.</summary>
public class OtherFileTests
{
    private const string Network = """
        using InitGen;

        [Network(4)]
        partial class Digits
        {
            private const int Width = 8;

            [Dense(2 * Width, Activation.Relu)]
            public partial DenseLayer Hidden { get; }

            [Dense(10)]
            public partial DenseLayer Output { get; }

            public void Train(Span<float> rates) => rates.Clear();
        }
        """;

    private const string Own =
        "class Own : InitGen.IWeightInitializer { public static void Initialize(System.Span<float> weights, InitGen.WeightShape shape, ref InitGen.PhiloxStream random) { } }";

    private static readonly string CustomNetwork = Network.Replace("Activation.Relu", "Activation.Relu, Init.Custom, Initializer = typeof(Own)");

    public static TheoryData<string, string, string> MeaningfulEdits => new()
    {
        { Network.Replace("2 * Width", "Sizes.Hidden"), "static class Sizes { public const int Hidden = 8; }", "static class Sizes { public const int Hidden = 9; }" },
        { Network.Replace("8;", "Sizes.Hidden;"), "static class Sizes { public const int Hidden = 8; }", "static class Sizes { public const int Hidden = 9; }" },
        { Network.Replace("2 * Width", "(int)Some.One"), "enum Some { One = 8 }", "enum Some { One = 9 }" },
        { Network.Replace("class Digits", "class Digits : Sizes"), "class Sizes { public const int Other = 3; }", "class Sizes { public Sizes(int size) { } }" },
        { Network.Replace("Activation.Relu", "Relu").Replace("using InitGen;", "using InitGen;\nusing static InitGen.Activation;"), "class Unrelated;", "class Relu;" },
        { CustomNetwork, "[InitGen.WeightVariance(1)] " + Own, "[InitGen.WeightVariance(2)] " + Own },
        { CustomNetwork, Own, "[InitGen.WeightVariance(2)] " + Own },
        { CustomNetwork.Replace("Width", "Own"), Own, "[InitGen.WeightVariance(2)] " + Own },
        { Network, "class Unrelated;", "class Activation;" },
        { Network, "class Unrelated;", "enum Activation { Relu = 3 }" },
        { Network, "namespace Unrelated;", "namespace Activation;" },
        { Network, "class Unrelated;", "delegate void DenseLayer();" },
        { Network, "class Unrelated;", "namespace InitGen { class LayerInfo; }" },
        { Network, "class Unrelated;", "partial class Digits { int Parameters; }" },
        { Network, "namespace Some { partial class Digits { int Parameters; } }", "namespace @Digits2 { } partial class Digits { int Parameters; }" },
        { Network, "class Outer { partial class Digits { int Parameters; } }", "partial class Digits { int Parameters; }" },
        { Network, "class Unrelated;", "global using Dense = System.ObsoleteAttribute;" },
        { Network, "global using Network = System.ObsoleteAttribute;", "global using Some = System.ObsoleteAttribute;" },
        { Network.Replace("[Network(", "[Net("), "global using Some = InitGen.NetworkAttribute;", "global using Net = InitGen.NetworkAttribute;" },
        { Network.Replace("void Train(Span<float> rates) => rates.Clear();", "Digits(Memory<float> values) : this(1UL) { }"), "class Memory<T>;", "global using System;" },
        { Network.Replace("[Dense(10)]", "/// <summary>Of <see cref=\"Some\"/>.</summary>\n[Dense(10)]"), "class Other;", "class Some;" },
        { "class Outer\n{\n" + Network.Substring(Network.IndexOf('[')) + "\n}", "global using System;", "global using InitGen;" },
        { "namespace Inner;\n" + Network.Replace("using InitGen;", ""), "class Unrelated;", "global using InitGen;" },
        { "using InitGen; partial class Digits { [Dense(1)] public partial DenseLayer Output { get; } }", "partial class Digits;", "[InitGen.Network(1)] partial class Digits;" },
    };

    public static TheoryData<string, string> MeaninglessEdits => new()
    {
        { "class Some { int One => 1; }", "class Some { int One => 2; }" },
        { "class Some { int One; }", "class Some { int Two; string Three() => \"\"; }" },
        { "class Some;", "class Other; class Another;" },
        { "partial class Some { int One; }", "partial class Some { int Two; }" },
        { "[InitGen.Network(1)] partial class Other { [InitGen.Dense(1)] public partial InitGen.DenseLayer Output { get; } }", "[InitGen.Network(2)] partial class Other { [InitGen.Dense(2)] public partial InitGen.DenseLayer Output { get; } }" },
    };

    [Theory]
    [MemberData(nameof(MeaningfulEdits))]
    public void An_edit_that_changes_the_meaning_of_a_network_elsewhere_is_seen(string network, string before, string after)
    {
        GeneratorSession<NetworkGenerator> session = new(network, before);
        IReadOnlyDictionary<string, string> first = session.Run(TestContext.Current.CancellationToken).Sources;

        session.Edit(1, before, after);
        IReadOnlyDictionary<string, string> edited = session.Run(TestContext.Current.CancellationToken).Sources;

        IReadOnlyDictionary<string, string> anew = new GeneratorSession<NetworkGenerator>(network, after).Run(TestContext.Current.CancellationToken).Sources;
        Assert.NotEqual(first, anew);
        Assert.Equal(anew, edited);
    }

    [Theory]
    [MemberData(nameof(MeaninglessEdits))]
    public void An_edit_that_changes_no_meaning_leaves_the_surroundings_equal(string before, string after)
    {
        GeneratorSession<NetworkGenerator> session = new(Network, before);
        Surroundings first = Surroundings.Of(session.Compilation);

        session.Edit(1, before, after);

        Assert.Equal(first, Surroundings.Of(session.Compilation));
    }

    [Fact]
    public void A_network_by_another_name_of_the_attribute_is_generated() => Assert.Single(
        new GeneratorSession<NetworkGenerator>("using Net = InitGen.NetworkAttribute;\n" + Network.Replace("[Network(", "[Net(")).Run(TestContext.Current.CancellationToken).Sources);
}
