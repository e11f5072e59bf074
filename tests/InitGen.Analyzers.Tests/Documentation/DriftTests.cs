using System.Collections.Generic;
using System.IO;
using System.Linq;
using InitGen.Testing.Snapshots;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Tests.Documentation;

/// <summary>What is said of the rules in several places is the same.</summary>
public class DriftTests
{
    [Fact]
    public void The_table_is_made_from_the_descriptors() =>
        Snapshot.Verify(Path.Combine(RulePage.Folder, "README.md"), RuleTable.Text);

    [Fact]
    public void The_release_tracking_files_list_the_descriptors()
    {
        IEnumerable<string> tracked = Directory
            .GetFiles(RepositoryRoot.Combine("src"), "AnalyzerReleases.*.md", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .Where(static line => line.StartsWith("INIT", System.StringComparison.Ordinal))
            .Select(static line => string.Join(" | ", line.Split('|').Select(static cell => cell.Trim())));
        Assert.Equal(
            RulePage.Descriptors.Select(static rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}"),
            tracked.Order());
    }

    [Fact]
    public void The_help_links_lead_to_the_pages() => Assert.All(RulePage.Descriptors, static rule =>
    {
        Assert.EndsWith($"/docs/rules/{rule.Id}.md", rule.HelpLinkUri);
        Assert.True(File.Exists(Path.Combine(RulePage.Folder, rule.Id + ".md")));
    });

    [Fact]
    public void Ids_are_unique_and_say_which_rules_are_errors()
    {
        Assert.Distinct(RulePage.Descriptors.Select(static rule => rule.Id));
        Assert.All(RulePage.Descriptors, static rule => Assert.Equal(
            rule.Id.StartsWith("INIT1", System.StringComparison.Ordinal) && rule.Id != UnusedBlockAnalyzer.Id, rule.DefaultSeverity == DiagnosticSeverity.Error));
    }
}
