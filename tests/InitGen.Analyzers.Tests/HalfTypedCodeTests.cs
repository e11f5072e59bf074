using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.Analyzers.Tests;

public class HalfTypedCodeTests
{
    public static TheoryData<string> Sources { get; } =
    [
        """
        using InitGen;

        [Network(3, InputStdDev = 2)]
        public partial class Net
        {
            [Dense(4, Activation.Relu, Init.XavierUniform, Gain = 1, Repeat = 2)] public partial DenseStack Hidden { get; }

            [Dense(4, init: InitGen.Init.Constant, Value = 0)] public partial DenseLayer Output { get; }

            [Dense(2, Activation.Softmax)] public partial DenseLayer Last { get; }
        }
        """,
        """
        namespace A.B
        {
        class Outer
        {
            [InitGen.Network(2)] sealed class Net
            {
                const double C = 1;
                [InitGen.Dense(2, (InitGen.Activation)3, (InitGen.Init)16, Initializer = typeof(X<int>), Bias = C)] InitGen.DenseLayer L => default;
                [InitGen.Dense(2, Slope = -1)] static extern int this[int i] { get; set; }
            }

            struct X<T> : InitGen.IWeightInitializer;
        }
        }
        """,
        """
        using InitGen;

        [Network(9)] partial class Net
        {
            [Dense(9, Activation.Sigmoid, Repeat = 3)] partial DenseStack A { get; }
            [Dense(9, Activation.Relu, Init.Sparse, NonZeros = 9, StdDev = 1)] partial DenseLayer B { get; }
            [Dense(9, Activation.Tanh, Init.Normal, StdDev = 0.11, Bias = -9)] partial DenseLayer C { get; }
            [Dense(9, Activation.Relu, Init.HeNormal, Gain = 1.414, Bias = -9)] partial DenseLayer D { get; }
            [Dense(9)] partial DenseLayer E { get; }
            [Dense(9, init: Init.Orthogonal)] partial DenseLayer F { get; }
        }
        """,
        """
        [InitGen.Network(50, InputStdDev = 2)]
        partial class Net
        {
            [InitGen.Dense(50, InitGen.Activation.Tanh, InitGen.Init.Normal, StdDev = 0.01, Repeat = 9)]
            public partial InitGen.DenseStack Hidden { get; }
            [InitGen.Dense(50, InitGen.Activation.Relu, Bias = -9)] partial InitGen.DenseLayer Last { get; }
        }
        """,
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public Task No_keystroke_makes_a_rule_throw(string source) =>
        NoneThrowsAsync(Enumerable.Range(0, source.Length + 1).Select(length => source[..length]));

    [Theory]
    [MemberData(nameof(Sources))]
    public Task No_missing_token_makes_a_rule_throw(string source) =>
        NoneThrowsAsync(CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens()
            .Select(token => source.Remove(token.SpanStart, token.Span.Length)));

    [Theory]
    [MemberData(nameof(Sources))]
    public Task No_line_that_stands_there_twice_makes_a_rule_throw(string source)
    {
        string[] lines = source.Split('\n');
        return NoneThrowsAsync(lines.Select((line, number) => string.Join('\n', [.. lines[..number], line, .. lines[number..]])));
    }

    [Fact]
    public async Task Declarations_that_are_equal_are_layers_of_their_own()
    {
        const string Layer = "[Dense(500)] public partial DenseLayer Hidden { get; }";
        string source = Verify.Network(784, "500, Activation.Relu")
            .Replace("\n}", $"\n    {Layer}\n    {Layer}\n}}", StringComparison.Ordinal);

        var (diagnostics, _) = await RunAsync(source);

        Assert.Contains("'Hidden' starts 2 consecutive linear layers", Assert.Single(diagnostics).GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Network(3)] partial class")]
    [InlineData("[Network(3)] class\n\nclass Other { }")]
    [InlineData("partial class { [Network(3)] partial class Net { } }")]
    public async Task A_type_without_a_name_is_left_to_the_compiler(string code)
    {
        var (diagnostics, compilation) = await RunAsync("using InitGen;\n" + code);

        Assert.Empty(diagnostics);
        Assert.Contains(compilation.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Id == "CS1001");
    }

    private static Task<(ImmutableArray<Diagnostic> Diagnostics, Compilation Compilation)> RunAsync(params string[] sources) =>
        new NetworkAnalysis().RunAsync(sources, TestContext.Current.CancellationToken);

    // All in one compilation, each in a namespace of its own, which takes a quarter of the time. What ends the namespace would be one
    // token more than a person has typed.
    private static async Task NoneThrowsAsync(IEnumerable<string> sources)
    {
        var (diagnostics, _) = await RunAsync([.. sources.Select(static (source, number) => $"namespace Code{number} {{ {source}")]);
        Assert.NotEmpty(diagnostics);
    }
}
