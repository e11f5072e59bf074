using System.Threading.Tasks;
using InitGen.Testing.Tests.Fakes;

namespace InitGen.Testing.Tests;

public class MarkupTests
{
    [Fact]
    public Task Brackets_mean_the_only_diagnostic_of_the_analyzer() =>
        Harness.Passes(new CSharpAnalyzerTest<GeneratedCodeAnalyzer> { TestCode = "class [|Generated|];" });

    [Fact]
    public async Task Brackets_mean_nothing_where_the_analyzer_has_two_diagnostics() =>
        Assert.Contains("write {|ID:…|}", await Harness.FailureOf(Test("class [|low|];")));

    [Fact]
    public Task Markup_nests() => Harness.Passes(Test("{|#0:class {|LOW1:{|#1:low|}|} { void {|LOW2:run|}() { } }|}"));

    [Theory]
    [InlineData("class {|LOW1:low;")]
    [InlineData("class low|};")]
    [InlineData("class [|low|};")]
    [InlineData("class {|LOW1:low|];")]
    public async Task Markup_without_a_start_or_an_end_fails(string source) =>
        Assert.Contains("The markup", await Harness.FailureOf(Test(source)));

    [Fact]
    public async Task A_number_at_two_places_fails() =>
        Assert.Contains("#0 stands at two places", await Harness.FailureOf(Test("class {|#0:A|}; class {|#0:B|};")));

    [Fact]
    public async Task An_id_that_nothing_reports_fails() =>
        Assert.Contains("no analyzer of the test reports", await Harness.FailureOf(Test("class {|LOW3:low|};")));

    private static CSharpAnalyzerTest<LowerCaseAnalyzer> Test(string source) => new() { TestCode = source };
}
