using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.CompileTime;

/// <summary>The generator: cold, after an edit elsewhere and after an edit of one network.</summary>
internal static class Edits
{
    /// <summary>Measures and prints a table.</summary>
    public static void Measure()
    {
        Console.WriteLine(
            "| networks | generate all, ms | again after an unrelated edit, ms | after an edit of one network, ms |");
        Console.WriteLine("|---|---|---|---|");
        foreach (int count in new[] { 1, 100, 1_000 })
        {
            Measure($"{count:N0} of 10 layers", coldRuns: 7, () => Networks.Project(count), static edit => Networks.File(0, 600 + edit));
        }

        Measure("a ResNet-50", coldRuns: 101, static () => Networks.EmptyProject.AddSyntaxTrees(ResNet50.File(1_000)), static edit => ResNet50.File(1_000 + edit));
        Console.WriteLine();
    }

    // The first network of a project is in its second file.
    private static void Measure(string name, int coldRuns, Func<CSharpCompilation> newProject, Func<int, SyntaxTree> edit)
    {
        CSharpCompilation project = newProject();
        double cold = Medians.Of(3 * coldRuns / 7, coldRuns, () =>
        {
            // What was read before is remembered with the syntax trees.
            CSharpCompilation another = newProject();
            return Medians.Elapsed(() => NewDriver().RunGenerators(another));
        });

        GeneratorDriver warm = NewDriver().RunGenerators(project);
        int edits = 0;
        double unrelated = Medians.Of(30, 51, () => Regenerate(
            warm,
            project,
            0,
            CSharpSyntaxTree.ParseText(
                $"public static class Unrelated {{ public static int Number => {++edits}; }}", Networks.ParseOptions, "Unrelated.cs")));
        double one = Medians.Of(30, 51, () => Regenerate(warm, project, 1, edit(++edits)));
        Console.WriteLine($"| {name} | {cold:F1} | {unrelated:F2} | {one:F2} |");
    }

    private static double Regenerate(GeneratorDriver warm, CSharpCompilation project, int file, SyntaxTree text)
    {
        CSharpCompilation edited = project.ReplaceSyntaxTree(project.SyntaxTrees[file], text);
        return Medians.Elapsed(() => warm.RunGenerators(edited));
    }

    private static GeneratorDriver NewDriver() =>
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: Networks.ParseOptions);
}
