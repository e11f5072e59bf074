using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Analyzers.Usage;
using InitGen.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Analyzers.Tests;

/// <summary>What the rules report of sources of which a test cannot say beforehand what is reported where.</summary>
internal static class NetworkAnalysis
{
    private static readonly AdhocWorkspace Workspace = new();

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

        Project project = WithSettings(settings ?? ImmutableDictionary<string, string>.Empty);
        compilation = compilation.WithOptions(
            compilation.Options.WithSyntaxTreeOptionsProvider(project.CompilationOptions!.SyntaxTreeOptionsProvider));

        var exceptions = new ConcurrentQueue<string>();
        var analysis = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            onAnalyzerException: (exception, _, _) => exceptions.Enqueue($"{exception}\n{string.Join('\n', session.Compilation.SyntaxTrees)}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = await compilation
            .WithAnalyzers(Analyzers, analysis)
            .GetAnalyzerDiagnosticsAsync(cancellationToken);
        Assert.Empty(exceptions);
        return (diagnostics, compilation);
    }

    // A project that has nothing but an .editorconfig, which the compiler reads.
    private static Project WithSettings(IReadOnlyDictionary<string, string> settings)
    {
        string text = "root = true\n[*]\n" + string.Join('\n', settings.Select(static setting => $"{setting.Key} = {setting.Value}"));
        return Workspace.CurrentSolution
            .AddProject("Settings", "Settings", LanguageNames.CSharp)
            .AddAnalyzerConfigDocument(".editorconfig", SourceText.From(text), filePath: "/.editorconfig").Project;
    }
}
