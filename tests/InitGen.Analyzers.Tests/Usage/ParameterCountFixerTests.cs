using System.Threading.Tasks;
using InitGen.Analyzers.Usage;
using InitGen.CodeFixes.Usage;
using InitGen.Testing;

namespace InitGen.Analyzers.Tests.Usage;

public class ParameterCountFixerTests
{
    [Fact]
    public Task The_size_is_replaced_where_it_stands_and_all_else_stays() => FixesAsync(
        """
        using System;

        class Code
        {
            private const int Size = 100;

            void Run()
            {
                Models.Small a = new({|INIT4003:new float[ /* one a weight */ 1000 ]|});
                var memory = new float[10 * Size]; // pinned
                var b = new Models.Small(parameters: {|INIT4003:memory|});
                var c = new Models.Small({|INIT4003:memory.AsMemory()|});
                var d = new Models.Small({|INIT4003:GC.AllocateArray<float>(pinned: true,
                    length: 1000)|});
                var e = new Models.Small({|INIT4003:new Memory<float>(new float[Models.Large.ParameterCount])|});
                var f = new Models.Large({|INIT4003:new float[3]|});
            }
        }
        """,
        """
        using System;

        class Code
        {
            private const int Size = 100;

            void Run()
            {
                Models.Small a = new(new float[ /* one a weight */ Models.Small.ParameterCount ]);
                var memory = new float[Models.Small.ParameterCount]; // pinned
                var b = new Models.Small(parameters: memory);
                var c = new Models.Small(memory.AsMemory());
                var d = new Models.Small(GC.AllocateArray<float>(pinned: true,
                    length: Models.Small.ParameterCount));
                var e = new Models.Small(new Memory<float>(new float[Models.Small.ParameterCount]));
                var f = new Models.Large(new float[Models.Large.ParameterCount]);
            }
        }
        """);

    [Theory]
    [InlineData("using Models;", "Small")]
    [InlineData("using Net = Models.Small;", "Net")]
    [InlineData("using static System.Math;", "Models.Small")]
    public Task The_network_is_named_as_briefly_as_the_place_allows(string directive, string name) => FixesAsync(
        $"{directive} class Code {{ object Run() => new Models.Small({{|INIT4003:new float[3]|}}); }}",
        $"{directive} class Code {{ object Run() => new Models.Small(new float[{name}.ParameterCount]); }}",
        $"Allocate {name}.ParameterCount values");

    [Theory]
    [InlineData("_ = new Models.Small({|INIT4003:new float[] { 1, 2, 3 }|});")]
    [InlineData("_ = new Models.Small({|INIT4003:new float[3] { 1, 2, 3 }|});")]
    [InlineData("_ = new Models.Small({|INIT4003:new float[100].AsMemory(0, 3)|});")]
    [InlineData("_ = new Models.Small({|INIT4003:new float[100].AsMemory(1)|});")]
    [InlineData("var both = new float[3]; _ = new Models.Small({|INIT4003:both|}); _ = new Models.Large({|INIT4003:both|});")]
    public Task There_is_no_fix_where_another_size_would_not_do(string statements) =>
        FixesAsync($"using System; class Code {{ void Run() {{ {statements} }} }}", null);

    private static Task FixesAsync(string source, string? fixedSource, string? title = null)
    {
        const string Networks = """
            namespace Models;

            [InitGen.Network(4)]
            public sealed partial class Small
            {
                [InitGen.Dense(2)] public partial InitGen.DenseLayer Output { get; }
            }

            [InitGen.Network(4)]
            public sealed partial class Large
            {
                [InitGen.Dense(20)] public partial InitGen.DenseLayer Output { get; }
            }
            """;
        var test = new CSharpCodeFixTest<UsageAnalyzer, ParameterCountFixer> { TestState = { Sources = { source, ("/0/Networks.cs", Networks) } } };
        if (fixedSource is not null)
        {
            test.FixedState.Sources.Add(fixedSource);
            test.FixedState.Sources.Add(("/0/Networks.cs", Networks));
        }

        if (title is not null)
        {
            test.CodeActionVerifier = (action, _) => Assert.Equal(title, action.Title);
        }

        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
