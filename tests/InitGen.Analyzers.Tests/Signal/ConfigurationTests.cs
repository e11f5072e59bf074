using System.Threading.Tasks;
using InitGen.Testing;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Tests.Signal;

public class ConfigurationTests
{
    [Fact]
    public Task The_severity_is_the_users() =>
        WithSeverity("error", new DiagnosticResult("INIT2003", DiagnosticSeverity.Error).WithLocation(0));

    [Fact]
    public Task A_rule_can_be_switched_off() => WithSeverity("none");

    private static Task WithSeverity(string severity, params DiagnosticResult[] expected)
    {
        var test = new NetworkAnalyzerTest
        {
            TestCode = Verify.Network(500, "500, Activation.Relu, {|#0:Init.XavierUniform|}, Repeat = 3"),
            TestState = { AnalyzerConfigFiles = { ("/.editorconfig", $"[*.cs]\ndotnet_diagnostic.INIT2003.severity = {severity}\n") } },
        };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
