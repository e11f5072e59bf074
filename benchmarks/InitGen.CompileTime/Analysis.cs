using System;
using System.Linq;
using InitGen.Analyzers;
using InitGen.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.CompileTime;

/// <summary>The analyzers, by the compiler's own account of their time.</summary>
internal static class Analysis
{
    /// <summary>Measures and prints a table.</summary>
    public static void Measure()
    {
        Console.WriteLine("| networks | analyze all, ms | analyze a network, ms |");
        Console.WriteLine("|---|---|---|");
        foreach (int count in new[] { 1, 100, 1_000 })
        {
            Measure($"{count:N0} of 10 layers", count, Networks.Project(count));
        }

        Measure("a ResNet-50", 1, Networks.EmptyProject.AddSyntaxTrees(ResNet50.File(1_000)));
        Console.WriteLine();
    }

    private static void Measure(string name, int count, Compilation networks)
    {
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: Networks.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(networks, out Compilation project, out _);
        double time = Medians.Of(warmUps: count == 1 ? 300 : 1_000 / count, runs: count == 1_000 ? 5 : 21, () => Analyze(project));
        Console.WriteLine($"| {name} | {time:F2} | {time / count:F3} |");
    }

    private static double Analyze(Compilation project)
    {
        // A compilation remembers what it has bound, so each run gets a copy of its own. One thread at a time: their times add up.
        AnalysisResult result = project.Clone()
            .WithAnalyzers(
                [new NetworkAnalyzer(), new UsageAnalyzer()],
                new CompilationWithAnalyzersOptions(
                    new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true))
            .GetAnalysisResultAsync(default).GetAwaiter().GetResult();
        return result.AnalyzerTelemetryInfo.Values.Sum(static analyzer => analyzer.ExecutionTime.TotalMilliseconds);
    }
}
