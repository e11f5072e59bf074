using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using InitGen.Analyzers.Tests.Documentation;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Tests.Signal;

/// <summary>One cause is reported once, by a rule that is heard.</summary>
public class SilencedRuleTests
{
    public static TheoryData<string> Ids => [.. RulePage.Descriptors.Select(static descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_rule_says_the_same_while_every_other_one_is_silenced(string id)
    {
        var others = RulePage.Descriptors
            .Where(descriptor => descriptor.Id != id)
            .ToImmutableDictionary(static descriptor => descriptor.Id, static _ => ReportDiagnostic.Suppress);
        foreach (RuleExample example in RulePage.Read(id).Examples.Where(static example => example.IsBad))
        {
            NetworkAnalysis all = example.Analysis;
            NetworkAnalysis alone = all with { Options = all.Options.WithSpecificDiagnosticOptions(others) };
            Assert.Equal(await ReportedAsync(id, example.Code, all), await ReportedAsync(id, example.Code, alone));
        }
    }

    [Theory]
    [InlineData("500, Activation.Relu, Init.XavierNormal, Repeat = 40")]
    [InlineData("500, Activation.Tanh, Init.HeNormal, Bias = 9, Repeat = 5")]
    [InlineData("500, Activation.Relu, Init.HeNormal, Gain = 1.414, Repeat = 40")]
    [InlineData("500, Activation.Relu, Init.Orthogonal, Repeat = 40")]
    [InlineData("500, Activation.Selu, Init.Normal, StdDev = 0.002, Repeat = 5")]
    [InlineData("500, Activation.Selu, Init.Uniform, Limit = 0.0447, Repeat = 40")]
    [InlineData("500, Activation.Selu, Init.Sparse, NonZeros = 50, StdDev = 0.001, Repeat = 5")]
    public async Task While_a_signal_is_lost_some_rule_says_so_however_many_are_silenced(string layers)
    {
        string source = Verify.Network(500, layers, "10, Activation.Softmax");
        NetworkAnalysis analysis = new();
        string[] causes = await ShownAsync(analysis);
        Assert.DoesNotContain("INIT3", string.Concat(causes), StringComparison.Ordinal);
        while (!causes.Any(static id => id.StartsWith("INIT3", StringComparison.Ordinal)))
        {
            Assert.NotEmpty(causes);
            analysis = analysis with
            {
                Options = analysis.Options.WithSpecificDiagnosticOptions(analysis.Options.SpecificDiagnosticOptions.SetItems(
                    causes.ToDictionary(static id => id, static _ => ReportDiagnostic.Suppress))),
            };
            causes = await ShownAsync(analysis);
        }

        async Task<string[]> ShownAsync(NetworkAnalysis analysis)
        {
            var (diagnostics, _) = await analysis.RunAsync([source], TestContext.Current.CancellationToken);
            return
            [
                .. diagnostics
                    .Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)
                    .Select(static diagnostic => diagnostic.Id)
                    .Distinct(),
            ];
        }
    }

    [Theory]
    [InlineData("INIT2003", "other.setting", "none")]
    [InlineData("INIT2003", "dotnet_diagnostic.INIT2003.severity", "suggestion")]
    [InlineData("INIT3001", "dotnet_diagnostic.INIT2003.severity", "none")]
    [InlineData("INIT2003, INIT3001", "dotnet_diagnostic.INIT2003.severity", "silent")]
    [InlineData("INIT3001", "dotnet_analyzer_diagnostic.category-InitGen.Initialization.severity", "none")]
    public async Task A_cause_that_nobody_sees_explains_nothing(string expected, string key, string value)
    {
        NetworkAnalysis analysis = new() { Settings = ImmutableDictionary<string, string>.Empty.Add(key, value) };
        string source = Verify.Network(500, "500, Activation.Relu, Init.XavierNormal, Repeat = 40", "10, Activation.Softmax");
        var (diagnostics, _) = await analysis.RunAsync([source], TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join(", ", diagnostics.Select(static diagnostic => diagnostic.Id).Order()));
    }

    [Theory]
    [InlineData("INIT3001", "500, Activation.Tanh, Init.Normal, StdDev = 0.01, Repeat = 10")]
    [InlineData("INIT3004", "500, Activation.Tanh, Init.Normal, StdDev = 0.01, Repeat = 10", "INIT3001")]
    [InlineData("INIT3003", "500, Activation.Tanh, Init.Normal, StdDev = 1, Repeat = 10")]
    [InlineData("INIT3005", "500, Activation.Tanh, Init.Normal, StdDev = 1, Repeat = 10", "INIT3003")]
    [InlineData("", "500, Activation.Tanh, Init.Normal, StdDev = 1, Repeat = 10", "INIT3003", "INIT3005")]
    public async Task A_crossing_that_nobody_hears_of_hides_no_other(string expected, string layers, params string[] silenced)
    {
        NetworkAnalysis analysis = new()
        {
            Settings = silenced.ToImmutableDictionary(static id => $"dotnet_diagnostic.{id}.severity", static _ => "none"),
        };
        string source = Verify.Network(500, layers, "10, Activation.Softmax");
        var (diagnostics, _) = await analysis.RunAsync([source], TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join(", ", diagnostics.Select(static diagnostic => diagnostic.Id)));
    }

    // Who silences one place has read what is said there, which has the prediction in it.
    [Fact]
    public Task A_cause_that_is_answered_in_its_place_still_explains() => Verify.ReportsAsync(
        Verify.Network(500, "500, Activation.Relu, Init.XavierNormal, Repeat = 40", "10, Activation.Softmax")
            .Replace("    [Dense(500", "#pragma warning disable INIT2003\n    [Dense(500", StringComparison.Ordinal));

    private static async Task<string[]> ReportedAsync(string id, string source, NetworkAnalysis analysis)
    {
        var (diagnostics, _) = await analysis.RunAsync([source], TestContext.Current.CancellationToken);
        string[] reported =
            [.. diagnostics.Where(diagnostic => diagnostic.Id == id).Select(static diagnostic => diagnostic.ToString()).Order()];
        Assert.NotEmpty(reported);
        return reported;
    }
}
