using System.Threading.Tasks;
using InitGen.Testing.Tests.Fakes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.Testing.Tests;

public class CompilationTests
{
    [Fact]
    public async Task A_source_that_does_not_compile_fails() => Assert.Contains(
        "+ reported, but not expected: Error CS0246", await Harness.FailureOf(Test("class Any { Missing field; }")));

    [Fact]
    public Task An_error_of_the_compiler_can_be_expected() => Harness.Passes(Test("class Any { {|CS0246:Missing|} field; }"));

    [Fact]
    public async Task An_error_of_the_compiler_at_another_place_fails() => Assert.Contains(
        "- expected, but not reported: Error CS0246",
        await Harness.FailureOf(Test("class Any { Missing {|CS0246:field|}; }")));

    [Fact]
    public async Task Warnings_of_the_compiler_count_where_the_test_says_so()
    {
        const string Source = "class Any { int {|#0:_field|}; }";
        await Harness.Passes(Test(Source));

        CSharpAnalyzerTest<LowerCaseAnalyzer> strict = Test(Source);
        strict.CompilerDiagnostics = CompilerDiagnostics.Warnings;
        Assert.Contains("Warning CS0169", await Harness.FailureOf(strict));

        strict.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("CS0169").WithLocation(0));
        await Harness.Passes(strict);
    }

    [Fact]
    public async Task The_language_version_is_the_one_that_the_test_sets()
    {
        const string Source = "partial class Any { public partial int Value { get; } public partial int Value => 1; }";
        await Harness.Passes(Test(Source));

        CSharpAnalyzerTest<LowerCaseAnalyzer> old = Test(Source);
        old.LanguageVersion = LanguageVersion.CSharp12;
        Assert.Contains("Error CS8703", await Harness.FailureOf(old));
    }

    [Fact]
    public async Task The_compilation_options_can_be_changed()
    {
        CSharpAnalyzerTest<LowerCaseAnalyzer> test = Test("class Any { unsafe void Run(int* pointer) { } }");
        Assert.Contains("Error CS0227", await Harness.FailureOf(test));

        test.SolutionTransforms.Add((solution, projectId) => solution.WithProjectCompilationOptions(
            projectId, ((CSharpCompilationOptions)solution.GetProject(projectId)!.CompilationOptions!).WithAllowUnsafe(true)));
        await Harness.Passes(test);
    }

    [Fact]
    public Task The_library_and_MathNet_are_referenced() => Harness.Passes(Test(
        "class Any { InitGen.DenseAttribute? _a; InitGen.LayerInfo _b; MathNet.Numerics.LinearAlgebra.Matrix<float>? _c; }"));

    [Fact]
    public async Task An_analyzer_that_throws_fails()
    {
        string message = await Harness.FailureOf(new CSharpAnalyzerTest<ThrowingAnalyzer> { TestCode = "class Any;" });
        Assert.Contains("AD0001", message);
        Assert.Contains("thrown on purpose", message);
    }

    [Fact]
    public async Task An_analyzer_that_throws_fails_also_where_its_exceptions_are_silenced() => Assert.Contains(
        "AD0001",
        await Harness.FailureOf(new CSharpAnalyzerTest<ThrowingAnalyzer>
        {
            TestCode = "class Any;",
            TestState = { AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*]\ndotnet_diagnostic.AD0001.severity = none\n") } },
        }));

    [Fact]
    public async Task A_diagnostic_that_no_pragma_silences_fails() => Assert.Contains(
        "#pragma warning disable does not silence",
        await Harness.FailureOf(new CSharpAnalyzerTest<UnsilenceableAnalyzer> { TestCode = "class {|LOUD1:Any|};" }));

    [Fact]
    public Task Pragmas_around_diagnostics_that_share_lines_silence_all() => Harness.Passes(Test(
        "class {|LOW1:a|}\n{ void {|LOW2:b|}() { } }  class {|LOW1:c|}; class\n{|LOW1:d|}; class {|LOW1:e|};"));

    [Fact]
    public async Task Analyzers_run_concurrently()
    {
        Assert.SkipWhen(System.Environment.ProcessorCount == 1, "Nothing runs concurrently on one processor.");
        await Harness.Passes(new CSharpAnalyzerTest<RendezvousAnalyzer> { TestState = { Sources = { "class A;", "class B;" } } });
    }

    [Fact]
    public Task Options_reach_the_analyzer() => Harness.Passes(new CSharpAnalyzerTest<OptionAnalyzer>
    {
        TestState =
        {
            Sources = { ("/some/Any.cs", "class {|#0:Any|};"), ("/other/Other.cs", "class Other;") },
            AnalyzerConfigFiles = { ("/some/.editorconfig", "[*.cs]\ntest.option = 0.5\n") },
            ExpectedDiagnostics = { new DiagnosticResult("OPT1", DiagnosticSeverity.Warning).WithLocation(0).WithArguments("0.5") },
        },
    });

    [Fact]
    public Task Severities_are_those_of_the_options() => Harness.Passes(new CSharpAnalyzerTest<LowerCaseAnalyzer>
    {
        TestCode = "class {|#0:low|} { void run() { } }",
        TestState =
        {
            AnalyzerConfigFiles =
            {
                ("/.editorconfig", "[*.cs]\ndotnet_diagnostic.LOW1.severity = error\ndotnet_diagnostic.LOW2.severity = none\n"),
            },
            ExpectedDiagnostics = { new DiagnosticResult("LOW1", DiagnosticSeverity.Error).WithLocation(0) },
        },
    });

    private static CSharpAnalyzerTest<LowerCaseAnalyzer> Test(string source) => new() { TestCode = source };
}
