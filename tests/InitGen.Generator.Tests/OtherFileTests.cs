using System.Collections.Generic;
using InitGen.Testing.Generators;
using Microsoft.CodeAnalysis;

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
        { "class Some { int One() { return 1; } }", "class Some { int One() { int two = 2; return two; } }" },
        { "class Some { int One { get { return 1; } } }", "class Some { int One { get { return 2; } } }" },
        { "class Some { Some() { } }", "class Some { Some() { Local(); void Local() { } } }" },
        { "class Some;", "class Some; // Another comment." },
        { "class Some;", "class  Some\n;" },
    };

    [Theory]
    [MemberData(nameof(MeaningfulEdits))]
    public void An_edit_that_changes_the_meaning_of_a_network_elsewhere_is_seen(string network, string before, string after) =>
        Verify(network, before, after);

    [Fact]
    public void A_constant_of_a_class_named_Init_beside_the_network_is_seen() => Verify(
        InNamespace("Samples").Replace("2 * Width", "Init.Units"),
        "namespace Samples; static class Init { public const int Units = 3; }",
        "namespace Samples; static class Init { public const int Units = 5; }");

    [Fact]
    public void A_constant_of_a_class_named_Init_in_a_namespace_around_is_seen() => Verify(
        InNamespace("Samples.Deep").Replace("2 * Width", "Init.Units"),
        "namespace Samples { static class Init { public const int Units = 3; } }",
        "namespace Samples { static class Init { public const int Units = 5; } }");

    [Fact]
    public void A_scale_of_a_class_named_Init_is_seen() => Verify(
        InNamespace("Samples").Replace("Activation.Relu", "Activation.Relu, InitGen.Init.Normal, StdDev = Init.Std"),
        "namespace Samples { static class Init { public const double Std = 0.1; } }",
        "namespace Samples { static class Init { public const double Std = 0.2; } }");

    [Fact]
    public void A_constant_in_a_namespace_that_begins_with_the_librarys_is_seen() => Verify(
        Network.Replace("[Network(4)]", "[Network(InitGen.Samples.Sizes.In)]"),
        "namespace InitGen.Samples { static class Sizes { public const int In = 4; } }",
        "namespace InitGen.Samples { static class Sizes { public const int In = 5; } }");

    [Fact]
    public void A_member_of_an_enumeration_named_Init_that_is_cast_is_seen() => Verify(
        InNamespace("Samples").Replace("2 * Width", "(int)Init.Three"),
        "namespace Samples { enum Init { Three = 3 } }",
        "namespace Samples { enum Init { Three = 4 } }");

    [Fact]
    public void A_member_of_an_enumeration_named_FanMode_is_seen() => Verify(
        InNamespace("Samples").Replace("2 * Width", "(int)FanMode.Many"),
        "namespace Samples { enum FanMode { Many = 3 } }",
        "namespace Samples { enum FanMode { Few, Many } }");

    [Fact]
    public void A_twin_of_the_network_in_another_file_is_seen() => Verify(
        Network, "class Unrelated;", "partial class Digits { [InitGen.Dense(3)] public partial InitGen.DenseLayer Third { get; } }");

    [Fact]
    public void A_twin_in_an_earlier_file_is_seen() =>
        Verify(Network, "class Unrelated;", "[InitGen.Network(7)] partial class Digits;", isTwinFirst: true);

    [Fact]
    public void The_type_of_a_wrong_layer_property_that_is_deleted_is_seen() => Verify(
        Network.Replace("DenseLayer Output", "Wrong Output"), "class Wrong;", "class Unrelated;");

    [Theory]
    [MemberData(nameof(MeaninglessEdits))]
    public void After_an_edit_of_a_body_or_a_comment_no_definition_is_read(string before, string after)
    {
        GeneratorSession<NetworkGenerator> session = new(Network, before);
        session.Run(TestContext.Current.CancellationToken);

        session.Edit(1, before, after);

        Assert.All(
            session.Run(TestContext.Current.CancellationToken).ReasonsOf(TrackingNames.Reading),
            reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_network_by_another_name_of_the_attribute_is_generated() => Assert.Single(
        new GeneratorSession<NetworkGenerator>("using Net = InitGen.NetworkAttribute;\n" + Network.Replace("[Network(", "[Net("))
            .Run(TestContext.Current.CancellationToken).Sources);

    private static string InNamespace(string name) => Network.Replace("using InitGen;", $"using InitGen;\n\nnamespace {name};");

    private static void Verify(string network, string before, string after, bool isTwinFirst = false)
    {
        int edited = isTwinFirst ? 0 : 1;
        GeneratorSession<NetworkGenerator> session = new(InOrder(before));
        IReadOnlyDictionary<string, string> first = session.Run(TestContext.Current.CancellationToken).Sources;

        session.Edit(edited, before, after);
        IReadOnlyDictionary<string, string> second = session.Run(TestContext.Current.CancellationToken).Sources;

        IReadOnlyDictionary<string, string> anew =
            new GeneratorSession<NetworkGenerator>(InOrder(after)).Run(TestContext.Current.CancellationToken).Sources;
        Assert.NotEqual(first, anew);
        Assert.Equal(anew, second);

        string[] InOrder(string other) => isTwinFirst ? [other, network] : [network, other];
    }
}
