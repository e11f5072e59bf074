using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using InitGen;
using InitGen.Analyzers;
using InitGen.Analyzers.Usage;
using InitGen.CompileTime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

// What InitGen costs a compiler: the generator cold, after an edit elsewhere and after an edit of one network, and the analyzers.
// Medians of several runs, in milliseconds; the analyzers' in CPU time of the whole process, beside what two analyzers cost that do nothing.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine("| networks of 10 layers | generate, cold | after an unrelated edit | after an edit of one | analyze (CPU) | analyze, a network |");
Console.WriteLine("|---|---|---|---|---|---|");
foreach (int count in new[] { 1, 100, 1_000 })
{
    CSharpCompilation project = Networks.Project(count);
    int runs = count == 1_000 ? 5 : 21;
    double cold = Median(runs, () => Elapsed(() => NewDriver().RunGenerators(project)));

    GeneratorDriver warm = NewDriver().RunGenerators(project);
    int edits = 0;
    double unrelated = Median(runs, () =>
    {
        CSharpCompilation edited = project.ReplaceSyntaxTree(project.SyntaxTrees[0], CSharpSyntaxTree.ParseText(
            $"public static class Unrelated {{ public static int Number => {++edits}; }}", Networks.ParseOptions, "Unrelated.cs"));
        return Elapsed(() => warm.RunGenerators(edited));
    });
    double one = Median(runs, () =>
    {
        CSharpCompilation edited = project.ReplaceSyntaxTree(project.SyntaxTrees[1], Networks.File(0, 600 + ++edits));
        return Elapsed(() => warm.RunGenerators(edited));
    });

    NewDriver().RunGeneratorsAndUpdateCompilation(project, out Compilation generated, out _);
    double analyzed = Median(runs, () => Analyze(generated, new NetworkAnalyzer(), new UsageAnalyzer()));
    double idle = Median(runs, () => Analyze(generated, new IdleAnalyzer()));
    double analysis = Math.Max(0, analyzed - idle);
    Console.WriteLine($"| {count:N0} | {cold:F1} | {unrelated:F1} | {one:F1} | {analysis:F1} | {analysis / count:F3} |");
}

static GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: Networks.ParseOptions);

static double Elapsed(Action work)
{
    long start = Stopwatch.GetTimestamp();
    work();
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

// A compilation remembers what it has bound, so each run gets a copy of its own.
static double Analyze(Compilation compilation, params DiagnosticAnalyzer[] analyzers)
{
    Compilation fresh = compilation.Clone();
    fresh.GetDiagnostics();
    TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
    fresh.WithAnalyzers([.. analyzers]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
}

static double Median(int runs, Func<double> measure)
{
    measure();
    return Enumerable.Range(0, runs).Select(_ => measure()).Order().ElementAt(runs / 2);
}
