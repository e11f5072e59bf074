using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using InitGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;

namespace InitGen.Analyzers.Tests;

/// <summary>Short forms of the tests of a rule.</summary>
internal static class Verify
{
    /// <summary>A network with the given layers, each as the arguments of its attribute; they are named Layer1, Layer2, …</summary>
    public static string Network(int inputs, params string[] layers) => $$"""
        using InitGen;

        [Network({{inputs.ToString(CultureInfo.InvariantCulture)}})]
        public sealed partial class Net
        {
        {{string.Join('\n', layers.Select(static (layer, index) => "    " + Property(layer, index + 1)))}}
        }
        """;

    /// <summary>Exactly what the markup and the given results say is reported.</summary>
    public static Task ReportsAsync(string source, params DiagnosticResult[] expected)
    {
        var test = new NetworkAnalyzerTest { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        Disable(test.DisabledDiagnostics, source, expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A message at the place #0, a warning or, where the network learns all the same, a hint. (The tests of a fix show the places
    /// that it changes.)</summary>
    public static Task SaysAsync(
        string id, string source, string message, DiagnosticSeverity severity = DiagnosticSeverity.Warning) => ReportsAsync(
            source,
            new DiagnosticResult(id, severity)
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
                .WithLocation(0)
                .WithMessage(message));

    /// <summary>The one report of a rule, for a source of which other rules may have something to say.</summary>
    public static async Task<Diagnostic> SingleReportAsync(string id, string source)
    {
        var (diagnostics, _) = await new NetworkAnalysis().RunAsync([source], TestContext.Current.CancellationToken);
        return Assert.Single(diagnostics, diagnostic => diagnostic.Id == id);
    }

    /// <summary>The fixes of all that is reported, one by one and all at once, lead to the given source, of which nothing is
    /// reported.</summary>
    public static Task FixesAsync<TCodeFix>(string source, string fixedSource, Action<CodeAction>? verifier = null)
        where TCodeFix : CodeFixProvider, new()
    {
        var test = new NetworkCodeFixTest<TCodeFix>
        {
            TestCode = source,
            FixedCode = fixedSource,
            CodeActionVerifier = verifier is null ? null : (action, _) => verifier(action),
        };
        Disable(test.DisabledDiagnostics, source);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <inheritdoc cref="FixesAsync{TCodeFix}(string, string, Action{CodeAction}?)"/>
    public static Task FixesAsync<TCodeFix>(string source, string fixedSource, string title)
        where TCodeFix : CodeFixProvider, new() =>
        FixesAsync<TCodeFix>(source, fixedSource, action => Assert.Equal(title, action.Title));

    /// <summary>What is reported has no fix.</summary>
    public static Task HasNoFixAsync<TCodeFix>(string source)
        where TCodeFix : CodeFixProvider, new()
    {
        var test = new NetworkCodeFixTest<TCodeFix> { TestCode = source };
        Disable(test.DisabledDiagnostics, source);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    // That units are dead is only said where nobody hears that a bias is the cause.
    private static void Disable(List<string> disabled, string source, params DiagnosticResult[] expected)
    {
        if (Expects(RedundantInitializerRule.Id))
        {
            disabled.Remove(RedundantInitializerRule.Id);
        }

        if (Expects("INIT3006"))
        {
            disabled.Add(SaturatingBiasRule.Id);
        }

        bool Expects(string id) => source.Contains(id, StringComparison.Ordinal) || expected.Any(result => result.Id == id);
    }

    private static string Property(string layer, int number)
    {
        string type = layer.Contains("Repeat", StringComparison.Ordinal) ? "DenseStack" : "DenseLayer";
        return string.Create(CultureInfo.InvariantCulture, $"[Dense({layer})] public partial {type} Layer{number} {{ get; }}");
    }
}
