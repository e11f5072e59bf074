using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

/// <summary>Severities are those that an .editorconfig gives the compiler.</summary>
public class ConfigurationTests
{
    private static readonly string Unsuitable = Network(500, "500, Activation.Relu, Init.XavierUniform, Repeat = 3");
    private static readonly string Silent =
        Network(500, "500, Activation.Tanh, Init.Normal, StdDev = 0.01, Repeat = 10", "10, Activation.Softmax");

    public static TheoryData<string, string> Reported => new()
    {
        { "INIT2003", Unsuitable },
        { "INIT3001", Silent },
    };

    [Theory]
    [MemberData(nameof(Reported))]
    public async Task The_severity_is_the_users(string id, string source) =>
        Assert.Equal([(id, DiagnosticSeverity.Error)], await ReportedWithAsync($"dotnet_diagnostic.{id}.severity", "error", source));

    [Theory]
    [MemberData(nameof(Reported))]
    public async Task A_rule_that_is_off_is_silent(string id, string source) => Assert.DoesNotContain(
        (await ReportedWithAsync($"dotnet_diagnostic.{id}.severity", "none", source)).Select(static reported => reported.Id),
        reported => reported == id);

    [Fact]
    public async Task A_hint_can_be_raised_to_a_warning()
    {
        Assert.Equal([("INIT2003", DiagnosticSeverity.Info)], await ReportedWithAsync("other.setting", "1", Unsuitable));
        Assert.Equal(
            [("INIT2003", DiagnosticSeverity.Warning)],
            await ReportedWithAsync("dotnet_diagnostic.INIT2003.severity", "warning", Unsuitable));
    }

    [Fact]
    public async Task A_category_that_is_off_is_silent() =>
        Assert.Empty(await ReportedWithAsync("dotnet_analyzer_diagnostic.category-InitGen.Signal.severity", "none", Silent));

    private static async Task<IEnumerable<(string Id, DiagnosticSeverity Severity)>> ReportedWithAsync(
        string setting, string value, string source)
    {
        var settings = new Dictionary<string, string> { [setting] = value };
        var (diagnostics, _) =
            await new NetworkAnalysis { Settings = settings }.RunAsync([source], TestContext.Current.CancellationToken);
        return diagnostics
            .Where(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden)
            .Select(static diagnostic => (diagnostic.Id, diagnostic.Severity));
    }
}
