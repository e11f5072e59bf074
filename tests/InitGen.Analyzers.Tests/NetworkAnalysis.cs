using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Analyzers.Usage;
using InitGen.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Analyzers.Tests;

/// <summary>What the rules report of sources of which a test cannot say beforehand what is reported where.</summary>
internal static class NetworkAnalysis
{
    /// <summary>All analyzers.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [new NetworkAnalyzer(), new UsageAnalyzer()];

    /// <summary>Generates and analyzes a source.</summary>
    /// <returns>What the rules report, and the compilation with the generated sources.</returns>
    public static async Task<(ImmutableArray<Diagnostic> Diagnostics, Compilation Compilation)> RunAsync(
        string source,
        LanguageVersion version,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string>? settings = null)
    {
        var options = new CSharpParseOptions(version, DocumentationMode.Diagnose);
        GenerationResult result = new GeneratorSession<NetworkGenerator>(options, [source]).Run(cancellationToken);
        Assert.All(result.Run.Results, static run => Assert.Null(run.Exception));

        var exceptions = new ConcurrentQueue<string>();
        var analysis = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new Settings(settings ?? ImmutableDictionary<string, string>.Empty)),
            onAnalyzerException: (exception, _, _) => exceptions.Enqueue($"{exception}\n{source}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = await result.Compilation
            .WithAnalyzers(Analyzers, analysis)
            .GetAnalyzerDiagnosticsAsync(cancellationToken);
        Assert.Empty(exceptions);
        return (diagnostics, result.Compilation);
    }

    // The same for every file.
    private sealed class Settings(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
