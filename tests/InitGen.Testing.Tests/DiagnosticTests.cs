using System.Threading.Tasks;
using InitGen.Testing.Tests.Fakes;
using Microsoft.CodeAnalysis;

namespace InitGen.Testing.Tests;

public class DiagnosticTests
{
    [Fact]
    public Task A_reported_diagnostic_matches_its_markup() => Harness.Passes(Test("class {|LOW1:low|} { void {|LOW2:run|}() { } }"));

    [Fact]
    public Task A_reported_diagnostic_matches_all_that_the_test_says_of_it() => Harness.Passes(Test(
        "class {|#0:low|};",
        new DiagnosticResult(LowerCaseAnalyzer.ClassRule)
            .WithLocation(0).WithArguments("low", 3).WithMessage("'low' of length 3 starts in lower case")));

    [Fact]
    public Task A_diagnostic_can_be_expected_at_lines_and_columns() => Harness.Passes(Test(
        "\nclass low;", new DiagnosticResult("LOW1", DiagnosticSeverity.Warning).WithSpan(2, 7, 2, 10)));

    [Fact]
    public async Task A_diagnostic_that_is_not_expected_fails() => Assert.Contains(
        "+ reported, but not expected: Warning LOW1 at /0/Test0.cs(1,7)-(1,10): 'low'",
        await Harness.FailureOf(Test("class low;")));

    [Fact]
    public async Task A_diagnostic_that_is_not_reported_fails() => Assert.Contains(
        "- expected, but not reported: Warning LOW1 at /0/Test0.cs(1,7)-(1,11)", await Harness.FailureOf(Test("class {|LOW1:High|};")));

    [Theory]
    [InlineData("class {|LOW2:low|};")] // another id
    [InlineData("class{|LOW1: low|};")] // another start
    [InlineData("class {|LOW1:low;|}")] // another end
    [InlineData("class {|LOW1:{|LOW1:low|}|};")] // twice
    public async Task A_diagnostic_that_differs_fails(string source) =>
        Assert.Contains("- expected, but not reported", await Harness.FailureOf(Test(source)));

    [Fact]
    public async Task Another_severity_fails() => Assert.Contains(
        "- expected, but not reported: Error LOW1",
        await Harness.FailureOf(Test("class {|#0:low|};", new DiagnosticResult("LOW1", DiagnosticSeverity.Error).WithLocation(0))));

    [Theory]
    [InlineData("low", 4)]
    [InlineData("Low", 3)]
    [InlineData("low")]
    public async Task Other_message_arguments_fail(params object[] arguments) => Assert.Contains(
        "- expected, but not reported: Warning LOW1",
        await Harness.FailureOf(Test(
            "class {|#0:low|};", new DiagnosticResult(LowerCaseAnalyzer.ClassRule).WithLocation(0).WithArguments(arguments))));

    [Fact]
    public async Task Another_message_fails() => Assert.Contains(
        "- expected, but not reported: Warning LOW1",
        await Harness.FailureOf(Test(
            "class {|#0:low|};",
            new DiagnosticResult(LowerCaseAnalyzer.ClassRule).WithLocation(0).WithMessage("'low' starts in lower case"))));

    [Fact]
    public async Task Two_reports_at_one_place_need_two_expectations() => Assert.Contains(
        "+ reported, but not expected: Warning TWICE1",
        await Harness.FailureOf(new CSharpAnalyzerTest<TwiceAnalyzer> { TestCode = "class {|TWICE1:Any|};" }));

    [Fact]
    public async Task An_expectation_that_says_less_leaves_the_report_to_one_that_says_more()
    {
        var expected = new DiagnosticResult("TWICE1", DiagnosticSeverity.Warning).WithLocation(0);
        await Harness.Passes(new CSharpAnalyzerTest<TwiceAnalyzer>
        {
            TestCode = "class {|#0:Any|};",
            ExpectedDiagnostics = { expected, expected.WithMessage("Found 'first'") },
        });
        await Harness.Passes(new CSharpAnalyzerTest<TwiceAnalyzer>
        {
            TestCode = "class {|#0:Any|};",
            ExpectedDiagnostics = { expected, expected.WithMessage("Found 'second'") },
        });
    }

    [Fact]
    public Task Additional_locations_are_compared() => Harness.Passes(Parts(
        new DiagnosticResult("PART1", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1)));

    [Theory]
    [InlineData(0)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0)]
    public async Task Other_additional_locations_fail(params int[] keys)
    {
        var expected = new DiagnosticResult("PART1", DiagnosticSeverity.Warning);
        foreach (int key in keys)
        {
            expected = expected.WithLocation(key);
        }

        Assert.Contains("- expected, but not reported: Warning PART1", await Harness.FailureOf(Parts(expected)));
    }

    [Fact]
    public async Task A_place_that_is_not_marked_fails() => Assert.Contains(
        "#7, which no markup marks",
        await Harness.FailureOf(Test("class low;", new DiagnosticResult(LowerCaseAnalyzer.ClassRule).WithLocation(7))));

    [Fact]
    public async Task Diagnostics_of_every_document_are_compared()
    {
        var test = new CSharpAnalyzerTest<LowerCaseAnalyzer>
        {
            TestState = { Sources = { "class {|LOW1:low|};", ("/folder/Other.cs", "class lower;") } },
        };
        Assert.Contains("+ reported, but not expected: Warning LOW1 at /folder/Other.cs(1,7)", await Harness.FailureOf(test));
    }

    private static CSharpAnalyzerTest<LowerCaseAnalyzer> Test(string source, params DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<LowerCaseAnalyzer> { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        return test;
    }

    private static CSharpAnalyzerTest<AdditionalLocationAnalyzer> Parts(DiagnosticResult expected) => new()
    {
        TestCode = "partial class {|#0:Any|}; partial class {|#1:Any|};",
        ExpectedDiagnostics = { expected },
    };
}
