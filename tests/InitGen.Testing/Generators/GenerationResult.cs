using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace InitGen.Testing.Generators;

/// <summary>What one run of a generator made.</summary>
/// <param name="Run">What the driver says of it.</param>
/// <param name="Compilation">The compilation with the generated sources.</param>
public sealed record GenerationResult(GeneratorDriverRunResult Run, Compilation Compilation)
{
    /// <summary>The generated sources, by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources => Run.Results
        .SelectMany(result => result.GeneratedSources)
        .ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>Why the values of all source outputs are what they are.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons =>
        [.. Run.Results.SelectMany(result => result.TrackedOutputSteps.Values).SelectMany(Reasons)];

    /// <summary>Why the values of a step are what they are.</summary>
    /// <param name="stepName">The name given by WithTrackingName.</param>
    /// <exception cref="InvalidOperationException">No step of this name ran.</exception>
    public IReadOnlyList<IncrementalStepRunReason> ReasonsOf(string stepName) => [.. Reasons(Steps(stepName))];

    /// <summary>Checks that nothing was thrown or reported, that the generated sources have no warning, and all sources no error.</summary>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <exception cref="InvalidOperationException">Something is wrong.</exception>
    public void VerifyCompiles(CancellationToken cancellationToken = default)
    {
        var generated = Run.GeneratedTrees.ToHashSet();
        Diagnostic[] wrong =
        [
            .. Run.Diagnostics,
            .. Compilation.GetDiagnostics(cancellationToken).Where(diagnostic =>
                diagnostic.Severity == DiagnosticSeverity.Error
                || (diagnostic.Severity == DiagnosticSeverity.Warning
                    && diagnostic.Location.SourceTree is { } tree
                    && generated.Contains(tree))),
        ];
        if (wrong.Length > 0)
        {
            SyntaxTree? first = Array.Find(wrong, static diagnostic => diagnostic.Location.IsInSource)?.Location.SourceTree;
            throw new InvalidOperationException(
                $"The sources do not compile, or what is generated not without a warning:\n{string.Join('\n', (object[])wrong)}\n\n{first}");
        }
    }

    /// <summary>Checks that the values of a step are values: that nothing of a compilation can be reached from them.</summary>
    /// <param name="stepName">The name given by WithTrackingName.</param>
    /// <exception cref="InvalidOperationException">A symbol, syntax node, location, semantic model or compilation can be reached.</exception>
    public void VerifyValuesOf(string stepName)
    {
        foreach ((object value, _) in Steps(stepName).SelectMany(step => step.Outputs))
        {
            PipelineValue.Verify(value, stepName);
        }
    }

    private ImmutableArray<IncrementalGeneratorRunStep> Steps(string stepName)
    {
        ImmutableArray<IncrementalGeneratorRunStep> steps =
            [.. Run.Results.Where(result => result.TrackedSteps.ContainsKey(stepName)).SelectMany(result => result.TrackedSteps[stepName])];
        return steps.IsEmpty ? throw new InvalidOperationException($"No step '{stepName}' ran.") : steps;
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(ImmutableArray<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(step => step.Outputs).Select(output => output.Reason);
}
