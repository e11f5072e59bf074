using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Testing.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Testing.Analysis;

/// <summary><c>#pragma warning disable</c> around the lines of a diagnostic silences it.</summary>
internal static class SuppressionCheck
{
    /// <summary>Puts pragmas around all diagnostics of the analyzers and analyzes again.</summary>
    /// <param name="project">The project.</param>
    /// <param name="diagnostics">What was reported of it.</param>
    /// <param name="test">The test.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <exception cref="VerificationException">A diagnostic is still reported.</exception>
    public static async Task VerifyAsync(
        Project project, ImmutableArray<Diagnostic> diagnostics, AnalyzerTest test, CancellationToken cancellationToken)
    {
        ILookup<string, Diagnostic> byPath = diagnostics
            .Where(diagnostic => diagnostic.Location.IsInSource && IsOfAnAnalyzer(diagnostic))
            .ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath);
        if (byPath.Count == 0)
        {
            return;
        }

        Solution solution = project.Solution;
        foreach (Document document in project.Documents)
        {
            SourceText text = await document.GetTextAsync(cancellationToken);
            solution = solution.WithDocumentText(document.Id, WithPragmas(text, [.. byPath[document.FilePath!]]));
        }

        ImmutableArray<Diagnostic> left = await ProjectAnalysis.RunAsync(solution.GetProject(project.Id)!, test, cancellationToken);
        var heard = left.Where(diagnostic => diagnostic.Location.IsInSource && IsOfAnAnalyzer(diagnostic)).ToList();
        if (heard.Count > 0)
        {
            throw new VerificationException(
                $"#pragma warning disable does not silence:\n{string.Join('\n', heard.Select(DiagnosticText.Of))}");
        }
    }

    private static bool IsOfAnAnalyzer(Diagnostic diagnostic) =>
        !diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);

    private static SourceText WithPragmas(SourceText text, IReadOnlyList<Diagnostic> diagnostics)
    {
        var insertions = new SortedDictionary<int, StringBuilder>();
        foreach (IGrouping<string, Diagnostic> sameId in diagnostics.GroupBy(diagnostic => diagnostic.Id))
        {
            foreach ((int first, int last) in LineRanges(sameId.Select(diagnostic => diagnostic.Location.GetLineSpan())))
            {
                Insertion(text.Lines[first].Start).Append($"#pragma warning disable {sameId.Key}\n");
                TextLine end = text.Lines[last];
                Insertion(end.EndIncludingLineBreak)
                    .Append(end.EndIncludingLineBreak == end.End ? "\n" : "")
                    .Append($"#pragma warning restore {sameId.Key}\n");
            }
        }

        return text.WithChanges(insertions.Select(insertion => new TextChange(new TextSpan(insertion.Key, 0), insertion.Value.ToString())));

        StringBuilder Insertion(int position)
        {
            if (!insertions.TryGetValue(position, out StringBuilder? insertion))
            {
                insertions.Add(position, insertion = new StringBuilder());
            }

            return insertion;
        }
    }

    // Ranges that share a line become one, so that the end of one diagnostic does not restore another.
    private static List<(int First, int Last)> LineRanges(IEnumerable<FileLinePositionSpan> spans)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (FileLinePositionSpan span in spans.OrderBy(span => span.StartLinePosition))
        {
            (int first, int last) = (span.StartLinePosition.Line, span.EndLinePosition.Line);
            if (ranges.Count > 0 && first <= ranges[^1].Last)
            {
                ranges[^1] = (ranges[^1].First, Math.Max(last, ranges[^1].Last));
            }
            else
            {
                ranges.Add((first, last));
            }
        }

        return ranges;
    }
}
