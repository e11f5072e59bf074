using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Analyzers.Usage;
using InitGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Analyzers.Tests;

/// <summary>What the rules report of sources of which a test cannot say beforehand what is reported where.</summary>
internal sealed record NetworkAnalysis
{
    private static readonly AdhocWorkspace Workspace = new();

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "TestProject",
        references: MetadataReferences.Default,
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, warningLevel: int.MaxValue, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>All analyzers.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [new NetworkAnalyzer(), new UnusedBlockAnalyzer(), new UsageAnalyzer()];

    /// <summary>The version of C#.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp13;

    /// <summary>How the sources are compiled.</summary>
    public CSharpCompilationOptions Options { get; init; } = Empty.Options;

    /// <summary>What they are compiled against besides .NET, InitGen's library and MathNet.Numerics.</summary>
    public IEnumerable<MetadataReference> References { get; init; } = [];

    /// <summary>The settings of .editorconfig, the same for every file.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Generates and analyzes sources.</summary>
    /// <returns>What the rules report, and the compilation with the generated sources.</returns>
    public async Task<(ImmutableArray<Diagnostic> Diagnostics, Compilation Compilation)> RunAsync(
        IEnumerable<string> sources, CancellationToken cancellationToken)
    {
        Project settings = WithSettings();
        var parsing = new CSharpParseOptions(LanguageVersion, DocumentationMode.Diagnose);
        CSharpCompilation compilation = Empty
            .WithOptions(Options.WithSyntaxTreeOptionsProvider(settings.CompilationOptions!.SyntaxTreeOptionsProvider))
            .AddReferences(References)
            .AddSyntaxTrees(sources.Select((source, number) =>
                CSharpSyntaxTree.ParseText(source, parsing, $"/0/Test{number}.cs", cancellationToken: cancellationToken)));
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _, cancellationToken);
        Assert.All(driver.GetRunResult().Results, static run => Assert.Null(run.Exception));

        var exceptions = new ConcurrentQueue<string>();
        var analysis = new CompilationWithAnalyzersOptions(
            settings.AnalyzerOptions,
            onAnalyzerException: (exception, _, _) => exceptions.Enqueue($"{exception}\n{string.Join('\n', compilation.SyntaxTrees)}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = await generated
            .WithAnalyzers(Analyzers, analysis)
            .GetAnalyzerDiagnosticsAsync(cancellationToken);
        Assert.Empty(exceptions);
        return (diagnostics, generated);
    }

    // A project that has nothing but an .editorconfig, which the compiler reads.
    private Project WithSettings()
    {
        string text = "root = true\n[*]\n" + string.Join('\n', Settings.Select(static setting => $"{setting.Key} = {setting.Value}"));
        return Workspace.CurrentSolution
            .AddProject("Settings", "Settings", LanguageNames.CSharp)
            .AddAnalyzerConfigDocument(".editorconfig", SourceText.From(text), filePath: "/.editorconfig").Project;
    }
}
