using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using static InitGen.Analyzers.Tests.Usage.UsageVerify;

namespace InitGen.Analyzers.Tests.Usage;

public class SharedStreamRuleTests
{
    private const string Parameters = "Classifier net, Stacked other, float[] first, float[] second, float[][] rows, ulong seed, ulong stream, int n";

    [Theory]
    [InlineData("42", "7", "stream 7 of seed 42")]
    [InlineData("seed", "0", "stream 0 of seed 'seed'")]
    [InlineData("42", "stream", "stream 'stream' of seed 42")]
    [InlineData("0x2A", "Number", "stream 3 of seed 42")]
    public Task The_second_fill_from_a_stream_is_reported_with_the_first(string seed, string stream, string text) => ReportsAsync(
        Methods(
            Parameters,
            [
                $$"""
                Initializers.HeNormal(net.First.Weights, 20, 16, 1, {{seed}}, {|#0:{{stream}}|});
                Initializers.XavierUniform(net.Output.Weights, 1, 3, 1, seed: {{seed}}, stream: {|#1:{{stream}}|});
                """,
            ],
            "private const ulong Number = 3;"),
        new DiagnosticResult("INIT4004", DiagnosticSeverity.Warning).WithLocation(1).WithLocation(0).WithMessage(
            $"'net.First.Weights' and 'net.Output.Weights' are filled from {text}, so they are made of the same random numbers; "
            + "give each a stream of its own"));

    [Fact]
    public Task A_fill_that_is_repeated_is_reported() => SaysAsync(
        "INIT4004",
        Methods(Parameters, ["foreach (float[] row in rows) Initializers.Normal(row, 0, 1, 42, {|#0:0|});"]),
        "All 'row' of this loop are filled from stream 0 of seed 42, so they are made of the same random numbers; give each a stream of its own");

    [Fact]
    public Task Every_way_to_fill_two_targets_is_seen() => ReportsAsync(Methods(
        Parameters,
        [
            "Initializers.Normal(first, 0, 1, 1, 2); Initializers.Normal(second, 0, 1, 1, {|INIT4004:2|});",
            "Initializers.TruncatedNormal(first, 0, 1, 1, 2); Initializers.TruncatedNormal(second, 0, 1, 1, {|INIT4004:2|});",
            "Initializers.Uniform(stream: 2, seed: 1, limit: 3, weights: first); Initializers.Uniform(second, 3, 1, {|INIT4004:2|});",
            "Initializers.Orthogonal(first, 3, 4, 1, 1, 2); Initializers.Orthogonal(second, 3, 4, 1, 1, {|INIT4004:2|});",
            "Initializers.Sparse(first, 3, 4, 2, 1, 1, 2); Initializers.Sparse(second, 3, 4, 2, 1, 1, {|INIT4004:2|});",
            "Initializers.Custom<Own>(first, 3, 4, 1, 2); Initializers.Custom<Own>(second, 3, 4, 1, {|INIT4004:2|});",
            "Initializers.Normal(net.First.Weights, 0, 1, 1, 2); Initializers.Normal(net.First.Biases, 0, 1, 1, {|INIT4004:2|});",
            "Initializers.Normal(net.Hidden[0].Weights, 0, 1, 1, 2); Initializers.Uniform(net.Hidden[1].Weights, 1, 1, {|INIT4004:2|});",
            "Initializers.Normal(first.AsSpan(0, n), 0, 1, 1, 2); Initializers.Normal(first.AsSpan(n, n), 0, 1, 1, {|INIT4004:2|});",
            "Initializers.Normal(first.AsSpan()[..n], 0, 1, 1, 2); Initializers.Normal(first.AsSpan()[n..], 0, 1, 1, {|INIT4004:2|});",
            "Initializers.Normal(first.AsSpan(n), 0, 1, 1, 2); n += 5; Initializers.Normal(first.AsSpan(n), 0, 1, 1, {|INIT4004:2|});",
            "Span<float> a = net.First.Weights, b = net.Output.Weights; Initializers.Normal(a, 0, 1, 1, 2); Initializers.Normal(b, 0, 1, 1, {|INIT4004:2|});",
            "ulong same = 2; Initializers.Normal(first, 0, 1, seed, 2); Initializers.Normal(second, 0, 1, seed, {|INIT4004:same|});",
            "new PhiloxStream(1, 2).FillNormal(first, 0, 1); Initializers.Normal(second, 0, 1, 1, {|INIT4004:2|});",
            "var one = new PhiloxStream(1, 2); one.FillUniform(first, 1); var two = new PhiloxStream(1, {|INIT4004:2|}); two.FillUniform(second, 1);",
        ],
        """
        public readonly struct Own : IWeightInitializer
        {
            public static void Initialize(Span<float> weights, WeightShape shape, ref PhiloxStream random) => weights.Clear();
        }
        """));

    [Fact]
    public Task Targets_that_change_in_a_loop_are_seen() => ReportsAsync(Methods(
        Parameters,
        [
            "for (int i = 0; i < n; i++) Initializers.Normal(rows[i], 0, 1, 1, {|INIT4004:2|});",
            "for (int i = 0; i < n; i++) Initializers.Normal(first.AsSpan(i * 5, 5), 0, 1, seed, {|INIT4004:stream|});",
            "for (int i = 0; i < n; i++) { Span<float> row = first.AsSpan().Slice(i * 5, 5); Initializers.Normal(row, 0, 1, seed, {|INIT4004:0|}); }",
            "int at = 0; while (at < n) { Initializers.Normal(first.AsSpan(at, 5), 0, 1, seed, {|INIT4004:0|}); at += 5; }",
            "for (int i = 0; i < 3; i++) Initializers.HeNormal(net.Hidden[i].Weights, 16, 16, 1, seed, {|INIT4004:0|});",
            "foreach (var layer in net.Hidden) Initializers.HeNormal(layer.Weights, 16, 16, 1, seed, {|INIT4004:0|});",
            "foreach (var row in rows) new PhiloxStream(seed, {|INIT4004:0|}).FillNormal(row, 0, 1);",
            "foreach (var row in rows) { var random = new PhiloxStream(seed, {|INIT4004:0|}); random.FillNormal(row, 0, 1); }",
            "for (int i = 0; i < n; i++) { var row = new float[5]; Initializers.Normal(row, 0, 1, 1, {|INIT4004:2|}); rows[i] = row; }",
            "rows = Enumerable.Range(0, n).Select(i => { var row = new float[5]; Initializers.Normal(row, 0, 1, 1, {|INIT4004:2|}); return row; }).ToArray();",
            "Parallel.For(0, n, i => Initializers.Normal(rows[i], 0, 1, 1, {|INIT4004:2|}));",
            "Array.ForEach(rows, row => Initializers.Normal(row, 0, 1, 1, {|INIT4004:2|}));",
            "for (int i = 0; i < n; i++) foreach (var row in rows) Initializers.Normal(row, 0, 1, (ulong)i, {|INIT4004:2|});",
        ]));

    [Fact]
    public Task Other_seeds_and_streams_are_silent() => ReportsAsync(Methods(
        Parameters,
        [
            "Initializers.Normal(first, 0, 1, 1, 2); Initializers.Normal(second, 0, 1, 1, 3);",
            "Initializers.Normal(first, 0, 1, 1, 2); Initializers.Normal(second, 0, 1, 2, 2);",
            "Initializers.Normal(first, 0, 1, seed, stream++); Initializers.Normal(second, 0, 1, seed, stream++);",
            "Initializers.Normal(first, 0, 1, seed, stream); stream++; Initializers.Normal(second, 0, 1, seed, stream);",
            "Initializers.Normal(net.First.Weights, 0, 1, seed, net.First.Info.WeightStream); Initializers.Normal(net.Output.Weights, 0, 1, seed, net.Output.Info.WeightStream);",
            "for (int i = 0; i < n; i++) Initializers.Normal(rows[i], 0, 1, seed, (ulong)i);",
            "for (int i = 0; i < n; i++) Initializers.Normal(rows[i], 0, 1, seed + (ulong)i, 0);",
            "for (int i = 0; i < n; i++) Initializers.Normal(rows[i], 0, 1, seed, stream++);",
            "foreach (var layer in net.Hidden) Initializers.HeNormal(layer.Weights, 16, 16, 1, seed, layer.Info.WeightStream);",
            "for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) Initializers.Normal(rows[j], 0, 1, 1, (ulong)j);",
            "var random = new PhiloxStream(1, 2); random.FillNormal(first, 0, 1); random.FillNormal(second, 0, 1);",
            "var random = new PhiloxStream(1, 2); foreach (var row in rows) random.FillNormal(row, 0, 1);",
            "var one = new PhiloxStream(1, 2); var two = new PhiloxStream(1, 2) { Position = 64 }; one.FillNormal(first, 0, 1); two.FillNormal(second, 0, 1);",
        ]));

    [Fact]
    public Task One_target_is_silent() => ReportsAsync(Methods(
        Parameters,
        [
            "Initializers.Normal(first, 0, 1, 1, 2); Initializers.Normal(first, 0, 1, 1, 2);",
            "Initializers.Normal(first, 0, 1, 1, 2); Span<float> same = first; Initializers.Uniform(same, 1, 1, 2);",
            "Initializers.Normal(first, 0, 1, 1, 2); Initializers.Normal(first.AsSpan(0, n), 0, 1, 1, 2);",
            "Initializers.Normal(net.First.Weights, 0, 1, 1, 2); Initializers.Normal(net.First.Weights.Slice(0, n), 0, 1, 1, 2);",
            "Initializers.Normal(first, 0, 1, 1, 2); Initializers.Normal(first, 0, 1, 3, 4); Initializers.Normal(second, 0, 1, 1, 2);",
            "for (int i = 0; i < n; i++) Initializers.Normal(first, 0, 1, 1, 2);",
            "for (int i = 0; i < n; i++) Initializers.Normal(net.First.Weights, 0, 1, 1, 2);",
            "for (int i = 0; i < n; i++) { var row = new float[5]; Initializers.Normal(row, 0, 1, 1, 2); Use(row); }",
            "for (int i = 0; i < n; i++) { Span<float> row = stackalloc float[5]; Initializers.Normal(row, 0, 1, 1, 2); }",
            "for (int i = 0; i < n; i++) { Initializers.Normal(first, 0, 1, 1, 2); (first, second) = (second, first); }",
            "foreach (double gain in new[] { 1.0, 2.0 }) Initializers.HeNormal(net.First.Weights, 20, 16, gain, 1, 2);",
            "foreach (var row in rows) { Initializers.Normal(row, 0, 1, 1, 2); break; }",
        ],
        "private static void Use(float[] row) => throw new NotSupportedException();"));

    [Fact]
    public Task Equal_numbers_that_are_wanted_or_harmless_are_silent() => ReportsAsync(Methods(
        "Classifier net, Classifier target, float[] first, float[] second, float[] expected, float[][] copies, bool choice",
        [
            "Initializers.Zeros(first); Initializers.Zeros(second); Initializers.Constant(first, 1); Initializers.Constant(second, 1);",
            "Initializers.Identity(first, 3, 3, 1); Initializers.Identity(second, 3, 3, 1);",
            "Initializers.Normal(first, 0, 1, 1, 2); Initializers.Normal(expected, 0, 1, 1, 2);",
            "Initializers.Normal(net.First.Weights, 0, 1, 1, 2); Initializers.Normal(target.First.Weights, 0, 1, 1, 2);",
            "foreach (var row in copies) Initializers.Normal(row, 0, 1, 1, 2);",
            "Initializers.Normal(first, 0, 1, 1, 2); Initializers.Normal(second, 0, 1, 1, 2); bool same = first.SequenceEqual(second);",
            "if (choice) Initializers.Normal(first, 0, 1, 1, 2); else Initializers.Normal(second, 0, 1, 1, 2);",
            "Action one = () => Initializers.Normal(first, 0, 1, 1, 2); Action two = () => Initializers.Normal(second, 0, 1, 1, 2);",
            "{ var row = new float[3]; Initializers.Normal(row, 0, 1, 1, 2); } Initializers.Normal(first, 0, 1, 1, 2);",
        ]));

    [Fact]
    public Task Different_initializers_of_unrelated_arrays_are_a_hint() => ReportsAsync(
        Methods(Parameters, ["Initializers.Normal(first, 0, 1, 1, 2); Initializers.Uniform(second, 1, 1, {|#0:2|});"]),
        new DiagnosticResult("INIT4004", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    [Fact]
    public Task A_network_that_fills_its_own_layers_is_seen() => ReportsAsync("""
        using InitGen;

        [Network(20)]
        public sealed partial class Own
        {
            [Dense(16, Activation.Relu)] public partial DenseLayer First { get; }
            [Dense(3)] public partial DenseLayer Output { get; }

            public void Redraw(ulong seed)
            {
                Initializers.HeNormal(First.Weights, 20, 16, 1, seed, 0);
                Initializers.XavierNormal(this.Output.Weights, 16, 3, 1, seed, {|INIT4004:0|});
            }
        }
        """);

    [Fact]
    public Task Tests_are_silent() => ReportsAsync("""
        using InitGen;

        public sealed class FactAttribute : System.Attribute;

        public class Tests
        {
            [Fact]
            public void Alike()
            {
                float[] a = new float[3], b = new float[3];
                Initializers.Normal(a, 0, 1, 1, 2);
                Initializers.Normal(b, 0, 1, 1, 2);
            }
        }
        """);

    [Theory]
    [InlineData("none", null)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    public Task The_severity_is_the_users(string severity, DiagnosticSeverity? reported)
    {
        var test = new UsageTest
        {
            TestState =
            {
                Sources =
                {
                    ("/0/Test0.cs", Methods(Parameters, [
                        "foreach (float[] row in rows) Initializers.Normal(row, 0, 1, 42, {|#0:0|});",
                        "var nets = new[] { new Classifier(42), new Classifier({|#1:42|}) };",
                    ])),
                    ("/0/Networks.cs", Networks),
                },
                AnalyzerConfigFiles =
                {
                    ("/.editorconfig", $"""
                        root = true

                        [*.cs]
                        dotnet_diagnostic.INIT4002.severity = {severity}
                        dotnet_diagnostic.INIT4004.severity = {severity}
                        """),
                },
            },
        };
        if (reported is { } expected)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("INIT4004", expected).WithLocation(0));
            test.ExpectedDiagnostics.Add(
                new DiagnosticResult("INIT4002", expected).WithLocation(1).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        }

        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
