using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using static InitGen.Analyzers.Tests.Usage.UsageVerify;

namespace InitGen.Analyzers.Tests.Usage;

public class MemoryLengthRuleTests
{
    [Theory]
    [InlineData("new float[1000]", "1,000")]
    [InlineData("new float[1175].AsMemory(5..^5)", "1,165")]
    [InlineData("new float[Regression.ParameterCount]", "63")]
    public Task The_message_says_both_numbers(string memory, string length) => SaysAsync(
        "INIT4003",
        Code($"public static Classifier Run() => new({{|#0:{memory}|}});"),
        $"'Classifier' has {ClassifierParameters} parameters, but the memory it is attached to has {length} values; "
        + "allocate Classifier.ParameterCount of them");

    [Fact]
    public Task Every_length_that_is_known_is_compared() => ReportsAsync(Methods(
        "float[] unknown",
        [
            "_ = new Classifier({|INIT4003:new float[1000]|});",
            "_ = new Classifier({|INIT4003:new float[10 * Size]|});",
            "_ = new Classifier({|INIT4003:new float[1000L]|});",
            "_ = new Classifier({|INIT4003:new float[(int)1e3]|});",
            "_ = new Classifier({|INIT4003:new float[] { 1, 2, 3 }|});",
            "_ = new Classifier({|INIT4003:new Memory<float>(new float[1000])|});",
            "_ = new Classifier({|INIT4003:new Memory<float>(unknown, 5, 1000)|});",
            "_ = new Classifier({|INIT4003:new Memory<float>(length: 1000, start: 5, array: unknown)|});",
            "_ = new Classifier({|INIT4003:new float[1000].AsMemory()|});",
            "_ = new Classifier({|INIT4003:new float[1175].AsMemory(5)|});",
            "_ = new Classifier({|INIT4003:unknown.AsMemory(5, 1000)|});",
            "_ = new Classifier({|INIT4003:unknown.AsMemory(5..1005)|});",
            "_ = new Classifier({|INIT4003:new float[1175].AsMemory(5..^5)|});",
            "_ = new Classifier({|INIT4003:new float[1175].AsMemory(..^5)|});",
            "_ = new Classifier({|INIT4003:new float[1175].AsMemory(^5)|});",
            "_ = new Classifier({|INIT4003:new float[1175].AsMemory()[5..]|});",
            "_ = new Classifier({|INIT4003:new float[1175].AsMemory().Slice(5)|});",
            "_ = new Classifier({|INIT4003:unknown.AsMemory().Slice(5, 1000)|});",
            "_ = new Classifier({|INIT4003:GC.AllocateArray<float>(1000, pinned: true)|});",
            "_ = new Classifier({|INIT4003:GC.AllocateUninitializedArray<float>(1000)|});",
            "_ = new Classifier({|INIT4003:new float[Regression.ParameterCount]|});",
            "_ = new Classifier({|INIT4003:new float[Classifier.ParameterCount + 1]|});",
        ],
        "private const int Size = 100;"));

    [Fact]
    public Task Variables_of_the_method_are_followed() => ReportsAsync(Methods(
        "",
        [
            "var array = new float[1000]; var net = new Classifier({|INIT4003:array|});",
            "Memory<float> memory = new float[1000]; var net = new Classifier(parameters: {|INIT4003:memory|});",
            "int size = 1000; var array = new float[size]; Memory<float> memory = array; var net = new Classifier({|INIT4003:memory|});",
            "var array = new float[1175]; var part = array.AsMemory(5); Classifier net = new({|INIT4003:part|});",
            "var whole = 1..; var part = new float[1175].AsMemory(whole); Classifier net = new({|INIT4003:part|});",
            "Func<Classifier> make = () => new Classifier({|INIT4003:new float[3]|});",
        ]));

    [Fact]
    public Task The_right_length_is_silent() => ReportsAsync(Methods(
        "",
        [
            "_ = new Classifier(new float[1175]);",
            "_ = new Classifier(new float[Classifier.ParameterCount]);",
            "_ = new Classifier(new float[2000].AsMemory(0, Classifier.ParameterCount));",
            "_ = new Classifier(new float[2000].AsMemory(0..1175));",
            "_ = new Classifier(new float[Regression.ParameterCount + Classifier.ParameterCount].AsMemory(Regression.ParameterCount));",
            "_ = new Classifier(GC.AllocateArray<float>(Classifier.ParameterCount, pinned: true));",
        ]));

    [Fact]
    public Task An_unknown_length_is_silent() => ReportsAsync(Methods(
        "float[] unknown, int size, Classifier other",
        [
            "_ = new Classifier(new float[size]);",
            "_ = new Classifier(new float[++size]);",
            "long large = 4294967296; _ = new Classifier(new float[unchecked((int)large)]);",
            "_ = new Classifier(unknown);",
            "_ = new Classifier(unknown.AsMemory());",
            "_ = new Classifier(unknown.AsMemory(5));",
            "_ = new Classifier(unknown.AsMemory(..^5));",
            "_ = new Classifier(new float[1000].AsMemory(size));",
            "_ = new Classifier(new float[1000].AsMemory(0, size));",
            "_ = new Classifier(new float[1000].AsMemory(size..));",
            "_ = new Classifier(other.Parameters.ToArray());",
            "_ = new Classifier(size > 3 ? new float[1000] : unknown);",
        ]));

    [Fact]
    public Task A_variable_that_changes_is_silent() => ReportsAsync(Code("""
        public static Classifier Run()
        {
            var memory = new float[3];
            Array.Resize(ref memory, Classifier.ParameterCount);
            return new Classifier(memory);
        }
        """));

    [Fact]
    public Task A_test_that_a_length_is_refused_is_silent_and_other_code_of_tests_is_not() => ReportsAsync("""
        using System;

        namespace Xunit { public sealed class FactAttribute : Attribute; }

        public class Tests
        {
            [Xunit.Fact]
            public void Lengths()
            {
                Throws(() => new Classifier(new float[3]));
                var net = new Classifier({|INIT4003:new float[3]|});
            }

            private static void Throws(Func<object> run) => throw new NotSupportedException();
        }
        """);

    [Fact]
    public async Task A_network_of_another_assembly_is_known_by_what_was_compiled()
    {
        var test = new UsageTest
        {
            TestCode = "public static class Code { public static Classifier Run() => new({|#0:new float[{|#1:3|}]|}); }",
            TestState = { AdditionalReferences = { CompiledNetworks.Reference } },
            ExpectedDiagnostics =
            {
                new DiagnosticResult("INIT4003", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithArguments("Classifier", ClassifierParameters, "3"),
            },
        };
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("public const int ParameterCount = 50;", "new float[50]", "{|INIT4003:new float[63]|}")]
    [InlineData("", "new float[50]", "new float[63]")]
    public Task A_network_that_another_version_compiled_has_as_many_parameters_as_that_says(
        string count, string first, string second)
    {
        MetadataReference compiled = CompiledNetworks.Emit($$"""
            [InitGen.Network(20)]
            public sealed class Regression
            {
                {{count}}

                [InitGen.Dense(3)] public InitGen.DenseLayer Output => throw new System.NotSupportedException();

                public Regression(System.Memory<float> parameters) => throw new System.NotSupportedException();
            }
            """);
        var test = new UsageTest
        {
            TestCode = $"public static class Code {{ public static Regression[] Run() => [new({first}), new({second})]; }}",
            TestState = { AdditionalReferences = { compiled } },
        };
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
