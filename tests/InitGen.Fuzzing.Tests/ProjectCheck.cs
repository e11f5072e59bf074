using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Analyzers;
using InitGen.Analyzers.Usage;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Fuzzing.Tests;

/// <summary>What must hold of any project, however wrong.</summary>
internal static class ProjectCheck
{
    // What the generator is for, and what else the compiler says of mistakes that a rule explains: a partial member without an
    // implementation, in a type that is not partial, beside a part that is not; an auto-property of a layer's type.
    private static readonly ImmutableHashSet<string> ExplainedErrors = ["CS9248", "CS0751", "CS0260", "CS8345"];

    /// <summary>Generates, analyzes, edits and fixes a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="chance">Decides where it is edited and which fix is applied.</param>
    /// <param name="cancellation">Ends the check early.</param>
    /// <returns>Whether something was generated, and nothing wrong with it.</returns>
    public static async Task<bool> RunAsync(FuzzedProject project, Chance chance, CancellationToken cancellation)
    {
        CSharpCompilation written = project.Compilation;
        GeneratorDriver driver = Generate(NewDriver(project), written, out Compilation generated, cancellation);
        ImmutableArray<Diagnostic> reported = await AnalyzeAsync(generated, cancellation);
        bool isRight = CheckExplained(written, generated, driver, reported, cancellation);
        CheckEdit(project, driver, written, chance, cancellation);
        await FixCheck.RunAsync(project, written, reported, chance, cancellation);
        return isRight;
    }

    /// <summary>What the analyzers report of a generated project.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation generated, CancellationToken cancellation)
    {
        ImmutableArray<Diagnostic> reported = await generated.WithAnalyzers([new NetworkAnalyzer(), new UsageAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellation);
        Assert.DoesNotContain(reported, static diagnostic => diagnostic.Id == "AD0001");
        return reported;
    }

    /// <summary>The errors of a project that no rule explains.</summary>
    public static IReadOnlyList<Diagnostic> ErrorsOf(Compilation compilation, CancellationToken cancellation) =>
        [.. compilation.GetDiagnostics(cancellation).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !ExplainedErrors.Contains(diagnostic.Id))];

    /// <summary>Runs the generator, which must neither throw nor report.</summary>
    public static GeneratorDriver Generate(GeneratorDriver driver, Compilation written, out Compilation generated, CancellationToken cancellation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(written, out generated, out ImmutableArray<Diagnostic> diagnostics, cancellation);
        Assert.Null(Assert.Single(driver.GetRunResult().Results).Exception);
        Assert.Empty(diagnostics);
        return driver;
    }

    /// <summary>A generator that has not run yet.</summary>
    public static GeneratorDriver NewDriver(FuzzedProject project) => CSharpGeneratorDriver.Create(
        [new NetworkGenerator().AsSourceGenerator()],
        parseOptions: project.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    // Where the compiler has nothing to say of what was written, either a rule does, or all is generated and compiles without warnings.
    private static bool CheckExplained(
        Compilation written, Compilation generated, GeneratorDriver driver, ImmutableArray<Diagnostic> reported, CancellationToken cancellation)
    {
        ImmutableArray<SyntaxTree> made = driver.GetRunResult().GeneratedTrees;
        if (ErrorsOf(written, cancellation).Count > 0 || reported.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return false;
        }

        Assert.Empty(generated.GetDiagnostics(cancellation).Where(diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error
            || (diagnostic.Severity == DiagnosticSeverity.Warning && made.Contains(diagnostic.Location.SourceTree!))));
        return made.Length > 0;
    }

    // After an edit the generator makes what it would make at first sight, and takes two models for equal exactly where their texts are.
    private static void CheckEdit(FuzzedProject project, GeneratorDriver driver, CSharpCompilation written, Chance chance, CancellationToken cancellation)
    {
        int file = chance.Below(project.Files.Count);
        SourceText text = written.SyntaxTrees[file].GetText(cancellation);
        SourceText edited = text.WithChanges(Edit(text.ToString(), chance));
        FuzzedProject next = project with { Files = [.. project.Files.Select((old, index) => index == file ? edited.ToString() : old)] };
        CSharpCompilation continued = written.ReplaceSyntaxTree(written.SyntaxTrees[file], written.SyntaxTrees[file].WithChangedText(edited));

        Dictionary<string, (NetworkModel? Model, string Text)> before = Outputs(driver);
        Dictionary<string, (NetworkModel? Model, string Text)> after = Outputs(Generate(driver, continued, out _, cancellation));
        Dictionary<string, (NetworkModel? Model, string Text)> anew = Outputs(Generate(NewDriver(next), next.Compilation, out _, cancellation));
        Assert.True(
            after.Select(static output => (output.Key, output.Value.Text)).ToHashSet().SetEquals(anew.Select(static output => (output.Key, output.Value.Text))),
            $"After an edit the generator makes something else than at first sight:\n{next}");
        foreach ((string name, (NetworkModel? Model, string Text) output) in anew)
        {
            if (output.Model is { } model && before.TryGetValue(name, out var old) && old.Model is { } oldModel)
            {
                Assert.True(model.Equals(oldModel) == (output.Text == old.Text), $"The equality of models does not agree with that of texts:\n{next}");
                Assert.True(!model.Equals(oldModel) || model.GetHashCode() == oldModel.GetHashCode(), $"Equal models differ in their hash codes:\n{next}");
            }
        }
    }

    private static TextChange Edit(string text, Chance chance)
    {
        int place = chance.Below(text.Length + 1);
        int digit = text.IndexOfAny([.. "0123456789"], place);
        return chance.Below(4) switch
        {
            0 when digit >= 0 => new TextChange(new TextSpan(digit, 1), chance.Of("1", "2", "9", "0")),
            1 => new TextChange(new TextSpan(Math.Max(0, text.IndexOf('\n', place)), 0), " // Comment."),
            2 => new TextChange(new TextSpan(place, Math.Min(1, text.Length - place)), ""),
            _ => new TextChange(new TextSpan(text.Length, 0), chance.Of("\n", "\n// Comment.", "\nclass Later { }", "\npartial class Net { int Layers; }", "\nclass Activation { }", "\nnamespace Init { }")),
        };
    }

    private static Dictionary<string, (NetworkModel? Model, string Text)> Outputs(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        Dictionary<string, NetworkModel> models = result.TrackedSteps.TryGetValue(TrackingNames.Model, out ImmutableArray<IncrementalGeneratorRunStep> steps)
            ? steps.SelectMany(static step => step.Outputs)
                .Where(static output => output.Reason != IncrementalStepRunReason.Removed)
                .Select(static output => (NetworkModel)output.Value)
                .ToDictionary(static model => model.Place.HintName)
            : [];
        return result.GeneratedSources.ToDictionary(
            static source => source.HintName, source => (models.GetValueOrDefault(source.HintName), source.SourceText.ToString()));
    }
}
