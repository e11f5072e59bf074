using System.Linq;
using System.Threading.Tasks;
using InitGen.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace InitGen.Analyzers.Tests.Definition;

public class DefinitionRuleTests
{
    public static TheoryData<string, string, string> Mistakes =>
        [.. DefinitionMistakes.All.Select(static mistake => (mistake.Id, mistake.Source, mistake.Message))];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public Task A_mistake_is_an_error_at_its_place_that_names_the_way_out(string id, string source, string message) => Verify.ReportsAsync(
        "using InitGen;\n" + source, new DiagnosticResult(id, DiagnosticSeverity.Error).WithLocation(0).WithMessage(message));

    [Fact]
    public Task Without_partial_properties_the_language_version_is_reported() => new NetworkAnalyzerTest
    {
        TestCode = """
            using InitGen;

            [Network(3)]
            partial class {|INIT1012:Net|}
            {
                [Dense(2)] public partial DenseLayer {|CS8703:{|CS9248:Output|}|} { get; }
            }
            """,
        LanguageVersion = LanguageVersion.CSharp12,
    }.RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public void Every_rule_has_a_mistake_here() => Assert.Equal(
        DefinitionRules.All.Select(static rule => rule.Descriptor.Id),
        DefinitionMistakes.All.Select(static mistake => mistake.Id).Append("INIT1012").Distinct().Order());

    [Fact]
    public Task Several_mistakes_are_reported_together() => Verify.ReportsAsync("""
        using InitGen;

        [Network({|INIT1003:0|}, InputStdDev = {|INIT1007:-1|})]
        partial class Net
        {
            [Dense(5, Activation.Relu, Init.Zeros, Gain = {|INIT1006:2|})] public partial DenseLayer {|INIT1002:Hidden|} { get; set; }

            [Dense(5, Activation.Relu, Init.Zeros)] public partial DenseLayer Output { get; }
        }
        """);

    [Fact]
    public Task Layers_in_two_documents_are_reported() => new NetworkAnalyzerTest
    {
        TestState =
        {
            Sources =
            {
                "using InitGen; [Network(3)] partial class Net { [Dense(2)] public partial DenseLayer A { get; } }",
                "using InitGen; partial class Net { [Dense(2)] public partial DenseLayer {|INIT1005:B|} { get; } }",
            },
        },
    }.RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task Networks_without_mistakes_are_silent() => Verify.ReportsAsync("""
        using InitGen;
        using System;

        namespace Some.Where
        {
            /// <summary>Everything that is allowed.</summary>
            [Network(16, InputMean = -0.5, InputStdDev = 0)]
            internal sealed partial class @class
            {
                private const int Half = 8;

                [Dense(Half + Half, Activation.LeakyRelu, Init.Sparse, NonZeros = 4, StdDev = 0.5, Slope = 0.2, Bias = 1, BiasStdDev = 0.1)]
                public partial DenseLayer @int { get; }

                [Dense(16, Activation.Tanh, Init.Identity, UseBias = false, Repeat = 1)] internal partial DenseStack Stack { get; }

                [Dense(4, Activation.Tanh, Init.Custom, Initializer = typeof(Own))] private partial DenseLayer Output { get; }

                public int Size => Output.Units + Stack.Count + @int.Units;
            }

            internal sealed class Own : IWeightInitializer
            {
                public static void Initialize(Span<float> weights, WeightShape shape, ref PhiloxStream random) => weights.Clear();
            }
        }
        """);

    [Fact]
    public Task One_mistake_has_one_error() => Verify.ReportsAsync("""
        using InitGen;

        [Network({|INIT1003:0|})]
        partial class NoInputs
        {
            [Dense(2147483647)] public partial DenseLayer Hidden { get; }

            [Dense(2)] public partial DenseLayer Output { get; }
        }

        [Network(3)]
        partial class NoLayer
        {
            [Dense({|INIT1003:0|})] public partial DenseLayer Hidden { get; }

            [Dense(2147483647)] public partial DenseLayer Wide { get; }

            [Dense(2147483647)] public partial DenseLayer Wider { get; }
        }

        [Network(3)]
        partial class NoRepetition
        {
            [Dense(2, Repeat = {|INIT1003:0|})] public partial DenseStack Hidden { get; }

            [Dense(2)] public partial DenseLayer oO8g8b8aX4H { get; }

            [Dense(2)] public partial DenseLayer t_AwzdNsk_X { get; }
        }

        [Network(3)]
        partial class {|INIT1004:NoAttribute|}
        {
            public partial DenseLayer Output { get; }
        }

        [Network(3)]
        partial class UnknownType
        {
            [Dense(2)] public partial {|CS0246:Unknown|} {|CS9248:Output|} { get; }
        }
        """);

    [Fact]
    public Task Other_members_of_the_generators_names_and_types_are_silent() => Verify.ReportsAsync("""
        using InitGen;

        class Parent
        {
            protected Parent(int size = 3, params int[] others) => Size = size + others.Length;

            public int Size { get; }
        }

        [Network(3)]
        partial class Net : Parent
        {
            [Dense(2)] public partial DenseLayer Output { get; }

            public DenseLayer Last => Output;

            public void Initialize(ref ulong seed) => seed++;

            public void Initialize<T>(ulong seed) => System.Console.WriteLine(seed);

            public void Initialize(int layers) => System.Console.WriteLine(layers);
        }
        """);

    [Fact]
    public Task A_network_as_large_as_a_span_holds_is_silent() => Verify.ReportsAsync("""
        using InitGen;

        [Network(2147483646, InputStdDev = 1e20)]
        partial class Net
        {
            [Dense(1)] public partial DenseLayer Output { get; }
        }
        """);

    [Fact]
    public Task Code_without_networks_is_silent() => Verify.ReportsAsync("public sealed class Plain { public int Value { get; set; } }");

    [Fact]
    public Task Attributes_of_the_same_name_from_elsewhere_are_silent() => Verify.ReportsAsync("""
        using System;

        [Network(0)]
        public sealed class Plain
        {
            [Dense(-1)] public int Value { get; set; }
        }

        public sealed class NetworkAttribute(int size) : Attribute { public int Size => size; }

        public sealed class DenseAttribute(int size) : Attribute { public int Size => size; }
        """);

    [Fact]
    public Task Generated_code_is_silent() => Verify.ReportsAsync("""
        // <auto-generated/>
        using InitGen;

        [Network(0)]
        public sealed partial class Net;
        """);
}
