using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using static InitGen.Analyzers.Tests.Usage.UsageVerify;

namespace InitGen.Analyzers.Tests.Usage;

public class SharedSeedRuleTests
{
    [Theory]
    [InlineData("42", "42", DiagnosticSeverity.Warning)]
    [InlineData("42ul", "42", DiagnosticSeverity.Warning)]
    [InlineData("0x2A", "42", DiagnosticSeverity.Warning)]
    [InlineData("Constant", "7", DiagnosticSeverity.Warning)]
    [InlineData("seed", "'seed'", DiagnosticSeverity.Info)]
    [InlineData("ReadOnly", "'ReadOnly'", DiagnosticSeverity.Info)]
    public Task The_second_network_with_a_seed_is_reported_with_the_first(string seed, string text, DiagnosticSeverity severity) => ReportsAsync(
        Code($$"""
            private const ulong Constant = 7;
            private static readonly ulong ReadOnly = (ulong)Environment.TickCount64;

            public static void Run(ulong seed)
            {
                var a = new Classifier({|#0:{{seed}}|});
                var b = new Classifier({|#1:{{seed}}|});
            }
            """),
        new DiagnosticResult("INIT4002", severity).WithLocation(1).WithLocation(0).WithMessage(
            $"Two networks of type 'Classifier' are initialized with seed {text}, so they start with the same weights; give each a seed of its own"));

    [Fact]
    public Task Networks_that_may_be_compared_are_a_hint() => HintsAsync(
        "Classifier a, Classifier b, ulong seed",
        [
            "a.Initialize(seed); b.Initialize({|#0:seed|});",
            "var plain = new Classifier(42); var fast = new Classifier({|#0:42|}); Train(plain, 0.1); Train(fast, 0.01);",
            "var plain = new Classifier(42); Train(plain, 0.1); var fast = new Classifier({|#0:42|}); Train(fast, 0.01);",
        ],
        """
        private static void Train(Classifier net, double rate) => throw new NotSupportedException();
        """);

    [Fact]
    public Task Networks_that_are_treated_alike_or_held_together_are_a_warning() => WarnsAsync(
        "ulong seed",
        [
            "var a = new Classifier(42); var b = new Classifier({|#0:42|}); Train(a, 0.1); Train(b, 0.1);",
            "Classifier[] both = [new(seed), new({|#0:seed|})];",
            "var both = new Classifier[] { new(seed), new({|#0:seed|}) };",
            "var both = new List<Classifier> { new(seed), new({|#0:seed|}) };",
            "var both = new List<Classifier>(); both.Add(new(seed)); both.Add(new({|#0:seed|}));",
            "var both = new Classifier[2]; both[0] = new(seed); both[1] = new({|#0:seed|});",
        ],
        """
        private static void Train(Classifier net, double rate) => throw new NotSupportedException();
        """);

    [Fact]
    public Task Every_way_to_initialize_is_seen() => ReportsAsync(Methods(
        "Classifier a, Classifier b, ulong seed",
        [
            "a.Initialize(seed); b.Initialize({|INIT4002:seed|});",
            "a.Initialize(42); var c = new Classifier({|INIT4002:42|});",
            "Classifier c = new(42), d = new({|INIT4002:42|});",
            "Classifier c, d; c = new Classifier(seed: 1); d = new Classifier(seed: {|INIT4002:1|});",
            "Classifier[] both = [new(42), new({|INIT4002:42|})];",
            "var both = new[] { new Classifier(42), new Classifier({|INIT4002:42|}) };",
            "ulong same = 42; a.Initialize(same); b.Initialize({|INIT4002:42|});",
            "var drawn = (ulong)Environment.TickCount64; a.Initialize(drawn); b.Initialize({|INIT4002:drawn|});",
            "ulong next = seed; next++; a.Initialize(next); b.Initialize({|INIT4002:next|});",
            "var c = new Classifier(1); var d = new Classifier({|INIT4002:1|}); var e = new Classifier({|INIT4002:1|});",
            "var c = new Classifier(1); if (seed > 3) { var d = new Classifier({|INIT4002:1|}); }",
            "for (int i = 0; i < 3; i++) { var c = new Classifier(1); var d = new Classifier({|INIT4002:1|}); }",
            "Action run = () => { var c = new Classifier(1); var d = new Classifier({|INIT4002:1|}); };",
            "a = new Classifier(1); Train(a, new Classifier({|INIT4002:1|}));",
            "for (var c = new Classifier(1); seed > 3; seed--) { var d = new Classifier({|INIT4002:1|}); }",
        ],
        """
        private static void Train(Classifier a, Classifier b) => throw new NotSupportedException();
        """));

    [Fact]
    public Task Of_several_networks_with_a_seed_the_first_is_shown() => ReportsAsync(
        Code("""
            public static void Run()
            {
                var a = new Classifier({|#0:42|});
                var b = new Classifier({|#1:42|});
                var c = new Classifier({|#2:42|});
            }
            """),
        new DiagnosticResult("INIT4002", DiagnosticSeverity.Warning).WithLocation(1).WithLocation(0),
        new DiagnosticResult("INIT4002", DiagnosticSeverity.Warning).WithLocation(2).WithLocation(0));

    [Theory]
    [InlineData("INetwork<TNetwork>")]
    [InlineData("IDisposable, INetwork<TNetwork>")]
    public Task A_network_of_any_type_is_a_network(string constraints) => ReportsAsync(Code($$"""
        public static void Run<TNetwork>(TNetwork other, ulong seed)
            where TNetwork : {{constraints}}
        {
            var net = TNetwork.Create(seed);
            other.Initialize({|INIT4002:seed|});
        }
        """));

    [Fact]
    public Task Other_seeds_are_silent() => ReportsAsync(Methods(
        "Classifier a, Classifier b, ulong seed",
        [
            "a.Initialize(1); b.Initialize(2);",
            "a.Initialize(seed); b.Initialize(seed + 1);",
            "a.Initialize(seed); seed++; b.Initialize(seed);",
            "a.Initialize(seed++); b.Initialize(seed++);",
            "a.Initialize(seed); seed = 3; b.Initialize(seed);",
            "a.Initialize(seed); Next(ref seed); b.Initialize(seed);",
            "a.Initialize(seed); (seed, _) = (3, 4); b.Initialize(seed);",
            "a.Initialize(NextSeed()); b.Initialize(NextSeed());",
            "a.Initialize(Seed); b.Initialize(Seed);",
        ],
        """
        public static ulong Seed { get; set; }

        private static void Next(ref ulong seed) => seed++;

        private static ulong NextSeed() => Seed++;
        """));

    [Fact]
    public Task Another_type_and_the_same_network_are_silent() => ReportsAsync(Methods(
        "Classifier a, Classifier b",
        [
            "var c = new Classifier(42); var d = new Stacked(42);",
            "a.Initialize(42); a.Initialize(42);",
            "a.Initialize(42); var same = a; same.Initialize(42);",
            "var c = new Classifier(42); c = new Classifier(42);",
            "for (int i = 0; i < 3; i++) a.Initialize(42);",
            "foreach (int rate in new[] { 1, 2 }) { var c = new Classifier(42); }",
            "a.Initialize(42); a.Initialize(43); b.Initialize(42);",
            "var c = new Classifier(new float[Classifier.ParameterCount]); var d = new Classifier(new float[Classifier.ParameterCount]);",
            "var memory = new float[Classifier.ParameterCount]; var c = new Classifier(memory); var d = new Classifier(memory);",
            "var c = new decimal(42ul); var d = new decimal(42ul);",
        ]));

    [Fact]
    public Task Networks_that_never_live_together_are_silent() => ReportsAsync(Methods(
        "Classifier a, Classifier b, bool choice",
        [
            "if (choice) a.Initialize(42); else b.Initialize(42);",
            "var c = choice ? new Classifier(42) : new Classifier(42);",
            "if (choice) { var c = new Classifier(42); return; } var d = new Classifier(42);",
            "if (choice) { Use(new Classifier(42)); return; } var d = new Classifier(42);",
            "switch (choice) { case true: a.Initialize(42); break; default: b.Initialize(42); break; }",
            "var c = choice switch { true => new Classifier(42), _ => new Classifier(42) };",
            "Func<Classifier> make = () => new Classifier(42); var c = new Classifier(42);",
            "var c = new Classifier(42); Func<Classifier> make = () => new Classifier(42);",
            "Classifier Make() => new Classifier(42); Classifier Other() => new Classifier(42);",
            "{ var c = new Classifier(42); } { var c = new Classifier(42); }",
            "if (choice) { var c = new Classifier(42); } var d = new Classifier(42);",
        ],
        """
        private static void Use(Classifier net) => throw new NotSupportedException();
        """));

    [Fact]
    public Task Networks_that_are_compared_or_copied_are_silent() => ReportsAsync(Methods(
        "ulong seed",
        [
            "var a = new Classifier(seed); var b = new Classifier(seed); bool same = a.Parameters.SequenceEqual(b.Parameters);",
            "var a = new Classifier(seed); var b = new Classifier(seed); Assert.Equal(a.Parameters.ToArray(), b.Parameters.ToArray());",
            "var a = new Classifier(seed); var b = new Classifier(seed); Assert.That(a, b);",
            "var a = new Classifier(seed); var b = new Classifier(seed); a.Parameters.ToArray().ShouldBe(b.Parameters.ToArray());",
            "var a = new Classifier(seed); var b = new Classifier(seed); float[] first = a.Parameters.ToArray(), second = b.Parameters.ToArray(); Assert.Equal(first, second);",
            "var a = new Classifier(seed); var b = new Classifier(seed); if (a.Parameters[0] != b.Parameters[0]) throw new InvalidOperationException();",
            "var a = new Classifier(seed); var b = new Classifier(seed); float difference = a.Parameters[0] - b.Parameters[0];",
            "var a = new Classifier(seed); var b = new Classifier(seed); a.Parameters.CopyTo(b.Parameters);",
            "var a = new Classifier(seed); var b = new Classifier(seed); a.First.Weights.CopyTo(b.First.Weights);",
            "var a = new Classifier(seed); var b = new Classifier(seed); b = a;",
        ],
        """
        private static void ShouldBe(this float[] first, float[] second) => throw new NotSupportedException();

        private static class Assert
        {
            public static void Equal(float[] first, float[] second) => throw new NotSupportedException();

            public static void That(Classifier first, Classifier second) => throw new NotSupportedException();
        }
        """));

    [Theory]
    [InlineData("AreEqual")]
    [InlineData("AreSame")]
    [InlineData("Compare")]
    [InlineData("AssertTwins")]
    [InlineData("Verify")]
    [InlineData("CheckTwins")]
    [InlineData("Differ")]
    [InlineData("Distance")]
    [InlineData("Match")]
    [InlineData("ShouldBeTwins")]
    [InlineData("CopyWeights")]
    public Task What_is_called_a_comparison_or_a_copy_is_silent(string method) => ReportsAsync(Code($$"""
        public static void Run()
        {
            var a = new Classifier(42);
            var b = new Classifier(42);
            {{method}}(a, b);
        }

        private static void {{method}}(Classifier first, Classifier second) => throw new NotSupportedException();
        """));

    [Fact]
    public Task New_networks_within_one_comparison_are_silent() => ReportsAsync(Code(
        "public static bool Same() => new Classifier(42).Parameters.SequenceEqual(new Classifier(42).Parameters);"));

    [Fact]
    public Task Networks_that_are_used_together_but_not_compared_are_reported() => ReportsAsync(Methods(
        "ulong seed",
        [
            "var a = new Classifier(seed); var b = new Classifier({|INIT4002:seed|}); float sum = a.Parameters[0] + b.Parameters[0];",
            "var a = new Classifier(seed); var b = new Classifier({|INIT4002:seed|}); float sum; sum = a.Parameters[0] + b.Parameters[0];",
            "var a = new Classifier(seed); var b = new Classifier({|INIT4002:seed|}); Train(a, b);",
            "var a = new Classifier(seed); var b = new Classifier({|INIT4002:seed|}); a.Parameters.CopyTo(new float[Classifier.ParameterCount]);",
        ],
        """
        private static void Train(Classifier a, Classifier b) => throw new NotSupportedException();
        """));

    [Fact]
    public Task Names_of_twins_are_silent() => ReportsAsync(Methods(
        "",
        [
            "var online = new Classifier(42); var target = new Classifier(42);",
            "var targetNetwork = new Classifier(42); var online = new Classifier(42);",
            "var net = new Classifier(42); var copy = new Classifier(42);",
            "var net = new Classifier(42); var clone = new Classifier(42);",
            "var net = new Classifier(42); var replica = new Classifier(42);",
            "var reference = new Classifier(42); var net = new Classifier(42);",
            "var net = new Classifier(42); var itsTwin = new Classifier(42);",
            "var expected = new Classifier(42); var net = new Classifier(42);",
            "var net = new Classifier(42); var actual = new Classifier(42);",
        ]));

    [Theory]
    [InlineData("_first", "_second", true)]
    [InlineData("_online", "_target", false)]
    public Task Fields_are_networks_too(string first, string second, bool isReported) => ReportsAsync($$"""
        public class Agent
        {
            private readonly Classifier {{first}};
            private readonly Classifier {{second}};

            public Agent(ulong seed)
            {
                {{first}} = new Classifier(seed);
                this.{{second}} = new Classifier({{(isReported ? "{|INIT4002:seed|}" : "seed")}});
            }
        }
        """);

    [Fact]
    public Task What_a_constructor_hands_to_another_counts_with_its_body() => ReportsAsync("""
        public class Agent
        {
            private readonly Classifier _first;
            private readonly Classifier _second;

            private Agent(Classifier first) => _first = first;

            public Agent(ulong seed)
                : this(new Classifier(seed))
            {
                _second = new Classifier({|INIT4002:seed|});
            }
        }
        """);

    [Theory]
    [InlineData("Xunit.Fact")]
    [InlineData("NUnit.Framework.Test")]
    [InlineData("NUnit.Framework.TestCase")]
    [InlineData("NUnit.Framework.TestCaseSource")]
    [InlineData("MSTest.TestMethod")]
    [InlineData("MSTest.DataTestMethod")]
    [InlineData("FsCheck.Xunit.Property")]
    public Task Tests_are_silent(string attribute) => ReportsAsync($$"""
        namespace Xunit { public sealed class FactAttribute : System.Attribute; }
        namespace FsCheck.Xunit { public sealed class PropertyAttribute : System.Attribute; }
        namespace NUnit.Framework
        {
            public sealed class TestAttribute : System.Attribute;

            public sealed class TestCaseAttribute : System.Attribute;

            public sealed class TestCaseSourceAttribute : System.Attribute;
        }

        namespace MSTest
        {
            public class TestMethodAttribute : System.Attribute;

            public class DataTestMethodAttribute : TestMethodAttribute;
        }

        public class Tests
        {
            [{{attribute}}]
            public void Twins()
            {
                var a = new Classifier(42);
                var b = new Classifier(42);
            }
        }
        """);
}
