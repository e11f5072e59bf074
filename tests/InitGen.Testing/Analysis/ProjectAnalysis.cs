using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing.Analysis;

/// <summary>What compiler, generators and analyzers say of a project.</summary>
internal static class ProjectAnalysis
{
    /// <summary>The diagnostics of a project, in the order of their places.</summary>
    /// <param name="project">The project.</param>
    /// <param name="test">The test, for its analyzers and generators.</param>
    /// <param name="cancellationToken">Ends the analysis early.</param>
    /// <exception cref="VerificationException">An analyzer or generator threw, or a generated source has an error or warning.</exception>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Project project, AnalyzerTest test, CancellationToken cancellationToken)
    {
        // The generators run here, not in the workspace, which swallows their exceptions.
        Project bare = project.WithAnalyzerReferences([]);
        Compilation compilation = (await bare.GetCompilationAsync(cancellationToken))!;
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create(
                test.CreateSourceGenerators(),
                parseOptions: (CSharpParseOptions)project.ParseOptions!,
                optionsProvider: bare.AnalyzerOptions.AnalyzerConfigOptionsProvider)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out var generatorDiagnostics, cancellationToken);
        ImmutableArray<Diagnostic> compilerDiagnostics = updated.GetDiagnostics(cancellationToken);
        GeneratedSourceCheck.Verify(driver.GetRunResult(), compilerDiagnostics);
        ImmutableArray<Diagnostic> analyzerDiagnostics = await AnalyzeAsync(updated, bare.AnalyzerOptions, test, cancellationToken);
        return
        [
            .. compilerDiagnostics.Where(diagnostic => IsChecked(diagnostic, test.CompilerDiagnostics))
                .Concat(generatorDiagnostics)
                .Concat(analyzerDiagnostics)
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(
        Compilation compilation, AnalyzerOptions options, AnalyzerTest test, CancellationToken cancellationToken)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. test.CreateDiagnosticAnalyzers()];
        if (analyzers.IsEmpty)
        {
            return [];
        }

        var exceptions = new ConcurrentQueue<string>();
        var analysis = new CompilationWithAnalyzersOptions(
            options,
            onAnalyzerException: (exception, analyzer, _) => exceptions.Enqueue($"{analyzer.GetType().Name} threw (AD0001): {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false);
        ImmutableArray<Diagnostic> diagnostics =
            await compilation.WithAnalyzers(analyzers, analysis).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return exceptions.IsEmpty ? diagnostics : throw new VerificationException(string.Join("\n\n", exceptions));
    }

    private static bool IsChecked(Diagnostic diagnostic, CompilerDiagnostics which) => !diagnostic.IsSuppressed && which switch
    {
        CompilerDiagnostics.Errors => diagnostic.Severity == DiagnosticSeverity.Error,
        CompilerDiagnostics.Warnings => diagnostic.Severity >= DiagnosticSeverity.Warning,
        _ => false,
    };
}
