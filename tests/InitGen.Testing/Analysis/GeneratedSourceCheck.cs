using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Testing.Diagnostics;
using Microsoft.CodeAnalysis;

namespace InitGen.Testing.Analysis;

/// <summary>Generators do not throw, and what they generate compiles without a warning. No test can expect otherwise.</summary>
internal static class GeneratedSourceCheck
{
    /// <summary>Checks a generator run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="diagnostics">What the compiler says of all sources.</param>
    /// <exception cref="VerificationException">A generator threw (the compiler would report CS8785), or the compiler has something to say
    /// of a generated source.</exception>
    public static void Verify(GeneratorDriverRunResult run, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (GeneratorRunResult result in run.Results)
        {
            if (result.Exception is { } exception)
            {
                throw new VerificationException($"{result.Generator.GetGeneratorType().Name} threw (CS8785): {exception}");
            }
        }

        var generated = run.GeneratedTrees.ToHashSet();
        List<Diagnostic> found =
        [
            .. diagnostics.Where(diagnostic =>
                diagnostic.Severity >= DiagnosticSeverity.Warning
                && diagnostic.Location.SourceTree is { } tree
                && generated.Contains(tree)),
        ];
        if (found.Count == 0)
        {
            return;
        }

        SyntaxTree first = found[0].Location.SourceTree!;
        throw new VerificationException(
            "A generated source does not compile without a warning:\n"
            + $"{string.Join('\n', found.Select(DiagnosticText.Of))}\n\n{first.FilePath}:\n{first}");
    }
}
