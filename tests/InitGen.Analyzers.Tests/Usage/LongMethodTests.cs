using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using InitGen.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Analyzers.Tests.Usage;

/// <summary>The work of the rules grows as the code does, counted in the bytes that it allocates, which are the same on any machine.
/// Nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(LongMethodTests), DisableParallelization = true)]
[Collection(nameof(LongMethodTests))]
public class LongMethodTests
{
    private const int Short = 100;
    private const int Factor = 8;

    [Theory]
    [InlineData("var net{0} = new Classifier({0});")]
    [InlineData("var net{0} = new Classifier(42);")]
    [InlineData("var net{0} = new Classifier(seed);")]
    [InlineData("var net{0} = new Classifier(seed++);")]
    [InlineData("{{ var net = new Classifier(42); }}")]
    [InlineData("if (choice) {{ _ = new Classifier(42); return; }}")]
    [InlineData("Action run{0} = () => new Classifier(42);")]
    [InlineData("one.Initialize(42); other.Initialize(42); one.Initialize(43);")]
    [InlineData("var net{0} = new Classifier(42); Assert(net{0}.Parameters.SequenceEqual(one.Parameters));")]
    [InlineData("for (int i{0} = 0; i{0} < 3; i{0}++) nets[i{0}] = new Classifier(42);")]
    [InlineData("foreach (var net in nets) {{ net.Initialize(42); }}")]
    [InlineData("Train(new Classifier(42), {0}); Train(one, {0}); one.Initialize(42);")]
    [InlineData("Initializers.Normal(one.First.Weights, 0, 1, 1, {0});")]
    [InlineData("Initializers.Normal(new float[{0}], 0, 1, 1, 2);")]
    [InlineData("foreach (var layer in one.Hidden) Initializers.Normal(layer.Weights, 0, 1, 1, {0});")]
    [InlineData("one.First.Weights.Clear();")]
    [InlineData("one.First.Weights.Clear(); other.First.Weights[0] = 1;")]
    [InlineData("foreach (var layer{0} in one.Hidden) layer{0}.Weights.Fill(1);")]
    [InlineData("var values{0} = new float[{0}]; _ = new Classifier(values{0});")]
    public async Task Eight_times_the_code_takes_eight_times_the_work(string statement)
    {
        await WorkOnAsync(statement, Short);

        double growth = await WorkOnAsync(statement, Factor * Short) / (double)await WorkOnAsync(statement, Short);

        Assert.InRange(growth, 0, 1.5 * Factor);
    }

    private static async Task<long> WorkOnAsync(string statement, int count)
    {
        string statements = string.Concat(Enumerable.Range(1, count).Select(number =>
            string.Format(CultureInfo.InvariantCulture, statement, number) + "\n"));
        string code = UsageVerify.Code($$"""
            private static void Assert(bool isTrue) { }

            private static void Train(Classifier net, int rate) { }

            public static void Run(Classifier[] nets, Classifier one, Classifier other, ulong seed, bool choice)
            {
            {{statements}}
            }
            """);
        Compilation compilation = CompiledNetworks.Compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken));
        Assert.DoesNotContain(
            compilation.GetDiagnostics(TestContext.Current.CancellationToken),
            static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        long before = GC.GetTotalAllocatedBytes(precise: true);
        await compilation.WithAnalyzers([new UsageAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
