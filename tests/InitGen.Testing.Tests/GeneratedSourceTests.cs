using System.Threading.Tasks;
using InitGen.Testing.Tests.Fakes;

namespace InitGen.Testing.Tests;

public class GeneratedSourceTests
{
    [Fact]
    public Task Sources_can_use_generated_ones() => Harness.Passes(
        new CSharpSourceGeneratorTest<GoodGenerator> { TestCode = "class Any { int Value => Generated.Value; }" });

    [Fact]
    public async Task A_generator_that_throws_fails()
    {
        string message = await Harness.FailureOf(new CSharpSourceGeneratorTest<ThrowingGenerator> { TestCode = "class Any;" });
        Assert.Contains("CS8785", message);
        Assert.Contains("thrown on purpose", message);
    }

    [Fact]
    public async Task A_generated_source_with_a_warning_fails() => Assert.Contains(
        "Warning CS0169", await Harness.FailureOf(new CSharpSourceGeneratorTest<GeneratorWithWarning> { TestCode = "class Any;" }));

    [Fact]
    public async Task A_generated_source_with_an_error_fails_whatever_the_test_checks() => Assert.Contains(
        "Error CS0246",
        await Harness.FailureOf(new CSharpSourceGeneratorTest<GeneratorWithError>
        {
            TestCode = "class Any;",
            CompilerDiagnostics = CompilerDiagnostics.None,
        }));

    [Fact]
    public async Task A_diagnostic_that_a_generator_reports_fails() => Assert.Contains(
        "+ reported, but not expected: Warning REPORT1 at no location",
        await Harness.FailureOf(new CSharpSourceGeneratorTest<ReportingGenerator> { TestCode = "class Any;" }));

    [Fact]
    public async Task A_diagnostic_in_a_generated_source_fails() => Assert.Contains(
        "+ reported, but not expected: Warning GEN1",
        await Harness.FailureOf(new AnalyzerTestOf<GeneratedCodeAnalyzer, GoodGenerator> { TestCode = "class Any;" }));
}
