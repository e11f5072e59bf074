using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Tests.Documentation;

public class RulePageTests
{
    public static TheoryData<string> Ids => [.. RulePage.Descriptors.Select(static descriptor => descriptor.Id)];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(RulePage.Descriptors.Select(static descriptor => descriptor.Id), RulePage.Ids.Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_rules_title_and_the_same_parts_as_the_others(string id)
    {
        DiagnosticDescriptor descriptor = RulePage.Descriptors.Single(descriptor => descriptor.Id == id);
        Assert.Equal(
            [$"# {id}: {descriptor.Title}", "## Cause", "## Example", "## How to fix", "## When to suppress"], RulePage.Read(id).Headings);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_bad_and_good_examples(string id)
    {
        RulePage page = RulePage.Read(id);
        Assert.Contains(page.Examples, static example => example.IsBad);
        Assert.Contains(page.Examples, static example => example.IsGood);
        Assert.All(page.Examples, static example => Assert.True(example.IsBad || example.IsGood, example.Info));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_bad_example_is_reported_by_exactly_this_rule_and_a_good_one_by_none(string id)
    {
        foreach (RuleExample example in RulePage.Read(id).Examples)
        {
            (IEnumerable<Diagnostic> reported, Compilation compilation) =
                await example.Analysis.RunAsync([example.Code], TestContext.Current.CancellationToken);
            IEnumerable<string> errors = compilation.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(static diagnostic => diagnostic.Id);

            // What is hidden is no fault of an example of another rule.
            IEnumerable<Diagnostic> shown =
                reported.Where(diagnostic => diagnostic.Id == id || diagnostic.Severity != DiagnosticSeverity.Hidden);
            Assert.Equal(example.IsBad ? [id] : [], shown.Select(static diagnostic => diagnostic.Id).Distinct());
            Assert.Equal(example.CompilerErrors, errors.Distinct().Order());
        }
    }
}
