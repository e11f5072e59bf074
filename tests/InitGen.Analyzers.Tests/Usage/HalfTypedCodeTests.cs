using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using InitGen.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Analyzers.Tests.Usage;

public class HalfTypedCodeTests
{
    private static readonly string Code = UsageVerify.Code("""
        private readonly Classifier _field = new(42);

        public Classifier Run(Classifier net, Classifier[] nets, (string, int)[] named, ulong seed, float[] values, bool choice)
        {
            var layer = net.First;
            Span<float> w = layer.Weights;
            w.Clear();
            net.Hidden[^1].Weights.Fill(value: 0.5f);
            foreach (var hidden in net.Hidden) Initializers.Constant(hidden.Weights, 1);
            foreach (ref float weight in w[1..]) weight += values[0];
            Classifier a = new(seed), b = new Classifier(seed);
            if (choice) return new Classifier(new float[3]); else b.Initialize(42);
            var memory = new Memory<float>(new float[1000])[1..^1];
            Func<Classifier> make = () => new Classifier(memory.Slice(3));
            var same = choice switch { true => a.Parameters.SequenceEqual(b.Parameters), _ => a.Parameters[0] == b.Parameters[0] };
            Classifier c = new(42), d = new(seed: 42);
            for (int i = 0; i < 3; i++) nets[i] = new(seed: 42);
            foreach (var one in nets) one.Initialize(seed);
            foreach (var (name, one) in named) { var two = new Classifier(1); Train(two, name); nets[one] = two; }
            nets = [.. Enumerable.Range(0, 5).Select(_ => new Classifier(42))];
            Func<int, Classifier> each = i => { Classifier made = new(7); return made; };
            nets = (from i in nets select each(3)).Take(3).ToArray(); nets = Array.ConvertAll(new[] { 1 }, each);
            Initializers.Normal(a.First.Weights, 0, 1, seed, stream: 3); Initializers.Uniform(b.Output.Weights, limit: 1, seed, 3);
            for (int i = 0; i < 3; i++) Initializers.Normal(values.AsSpan(i * 3, 3), 0, 1, 5, 6);
            foreach (var hidden in b.Hidden) { var random = new PhiloxStream(1, 2); random.FillNormal(hidden.Weights[..3], 0, 1); }
            (a, seed) = (make(), 7);
            return new Classifier(GC.AllocateArray<float>(length: 5).AsMemory(1, 3));
        }
        """).Replace("static class Code", "class Code", StringComparison.Ordinal);

    [Fact]
    public async Task The_code_that_is_cut_has_something_for_each_rule()
    {
        ImmutableArray<Diagnostic> reported = await AnalyzeAsync([Code]);
        Assert.Equal(["INIT4001", "INIT4002", "INIT4003", "INIT4004"], reported.Select(diagnostic => diagnostic.Id).Distinct().Order());
    }

    [Fact]
    public async Task No_rule_throws_on_code_cut_at_any_character() =>
        Assert.NotEmpty(await AnalyzeAsync(Enumerable.Range(0, Code.Length).Select(length => Code[..length])));

    [Fact]
    public async Task No_rule_throws_on_code_that_lacks_any_token()
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(Code, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken);
        Assert.NotEmpty(await AnalyzeAsync(root.DescendantTokens().Select(token => Code.Remove(token.SpanStart, token.Span.Length))));
    }

    [Theory]
    [InlineData("var x = x; x.Weights.Clear();")]
    [InlineData("var x = y; var y = x; x.Weights.Clear(); new Classifier(x); new Classifier(new float[x]);")]
    [InlineData("foreach (var layer in layer) layer.Weights.Clear();")]
    [InlineData("new Classifier(new float[-1]); new Classifier(new float[99999999999]); new Classifier(new float[\"3\"]);")]
    [InlineData("new Classifier(new float[,]); new Classifier(new float[1, 2]); new Classifier(new float[]);")]
    [InlineData("ulong s = s; for (;;) nets[s] = new Classifier(s); foreach (var n in n) n.Initialize(n); nets.Add(new Classifier(1))")]
    [InlineData("while (true) { var a = a; Initializers.Normal(a, 0, 1, a, a); Initializers.Normal(); Initializers.Normal(0, 1, 1, 2); }")]
    [InlineData("x.Select(_ => new Classifier(42)).Select(); Unknown.Select(y => new Classifier(y)); Parallel.For(0, i => n[i] = new Classifier(3))")]
    [InlineData("Func<Classifier> f = () => f(); Classifier g() => g(); x = Enumerable.Select(g); new PhiloxStream().FillNormal(); new PhiloxStream(1, 2).FillNormal(x)")]
    [InlineData("new Classifier(\"42\"); new Classifier(-1); new Classifier(default); new Classifier(null);")]
    public async Task No_rule_throws_on_code_without_sense(string statements) => await AnalyzeAsync([UsageVerify.Code($"void Run() {{ {statements} }}")]);

    // All in one compilation, each in a namespace of its own.
    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(IEnumerable<string> codes)
    {
        Compilation compilation = CompiledNetworks.Compilation.AddSyntaxTrees(codes.Select((code, number) =>
            CSharpSyntaxTree.ParseText($"namespace Code{number};\n{code}", cancellationToken: TestContext.Current.CancellationToken)));
        var thrown = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => thrown.Enqueue(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([new UsageAnalyzer()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(thrown); // AD0001
        return diagnostics;
    }
}
