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
        return await RunAsync(new GeneratorSession<NetworkGenerator>(options, [source]), [], settings, cancellationToken);
    }

    /// <summary>Generates and analyzes sources.</summary>
    /// <param name="sources">The sources, in C# 13.</param>
    /// <param name="options">How they are compiled.</param>
    /// <param name="references">What they are compiled against besides .NET, InitGen's library and MathNet.Numerics.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What the rules report, and the compilation with the generated sources.</returns>
    public static Task<(ImmutableArray<Diagnostic> Diagnostics, Compilation Compilation)> RunAsync(
        IEnumerable<string> sources,
        CSharpCompilationOptions options,
        IEnumerable<MetadataReference> references,
        CancellationToken cancellationToken) => RunAsync(
            new GeneratorSession<NetworkGenerator>(new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Diagnose), sources, options),
            references,
            settings: null,
            cancellationToken);

    private static async Task<(ImmutableArray<Diagnostic> Diagnostics, Compilation Compilation)> RunAsync(
        GeneratorSession<NetworkGenerator> session,
        IEnumerable<MetadataReference> references,
        IReadOnlyDictionary<string, string>? settings,
        CancellationToken cancellationToken)
    {
        GenerationResult result = session.Run(cancellationToken);
        Compilation compilation = result.Compilation.AddReferences(references);
        Assert.All(result.Run.Results, static run => Assert.Null(run.Exception));

        var exceptions = new ConcurrentQueue<string>();
        var analysis = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new Settings(settings ?? ImmutableDictionary<string, string>.Empty)),
            onAnalyzerException: (exception, _, _) => exceptions.Enqueue($"{exception}\n{string.Join('\n', session.Compilation.SyntaxTrees)}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = await compilation
            .WithAnalyzers(Analyzers, analysis)
            .GetAnalyzerDiagnosticsAsync(cancellationToken);
        Assert.Empty(exceptions);
        return (diagnostics, compilation);
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
