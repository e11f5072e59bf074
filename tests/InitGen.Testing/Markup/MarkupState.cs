using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Testing.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Testing.Markup;

/// <summary>A test's project without markup, and all that must be reported of it.</summary>
/// <param name="State">The project.</param>
/// <param name="Expected">What must be reported.</param>
internal sealed record MarkupState(SolutionState State, ImmutableArray<ExpectedDiagnostic> Expected)
{
    /// <summary>Takes the markup out of a project.</summary>
    /// <param name="state">The project.</param>
    /// <param name="test">The test, whose analyzers say with which severity an id is reported.</param>
    /// <exception cref="VerificationException">The markup is wrong.</exception>
    public static MarkupState Process(SolutionState state, AnalyzerTest test)
    {
        var plain = new SolutionState();
        plain.AnalyzerConfigFiles.AddRange(state.AnalyzerConfigFiles);
        plain.AdditionalReferences.AddRange(state.AdditionalReferences);
        var expected = ImmutableArray.CreateBuilder<ExpectedDiagnostic>();
        var places = new Dictionary<int, FileLinePositionSpan>();
        DiagnosticAnalyzer[] analyzers = [.. test.CreateDiagnosticAnalyzers()];
        foreach ((string path, string content) in state.Sources)
        {
            MarkupSource source = MarkupSource.Parse(content);
            plain.Sources.Add((path, source.Text));
            var text = SourceText.From(source.Text);
            foreach (MarkupSpan span in source.Spans)
            {
                var place = new FileLinePositionSpan(path, text.Lines.GetLinePositionSpan(span.Span));
                if (span.Key is not { } key)
                {
                    expected.Add(new ExpectedDiagnostic(MarkupDiagnostic.Of(span.Name, analyzers, test), [place]));
                }
                else if (!places.TryAdd(key, place))
                {
                    throw new VerificationException($"The markup #{key} stands at two places.");
                }
            }
        }

        string first = plain.Sources.Count > 0 ? plain.Sources[0].FileName : "";
        expected.AddRange(state.ExpectedDiagnostics.Select(result =>
            new ExpectedDiagnostic(result, [.. result.Locations.Select(location => Place(location, places, first))])));
        return new MarkupState(plain, expected.ToImmutable());
    }

    private static FileLinePositionSpan Place(
        DiagnosticLocation location, Dictionary<int, FileLinePositionSpan> places, string firstPath)
    {
        if (location.MarkupKey is not { } key)
        {
            return location.Span.Path.Length > 0 ? location.Span : new FileLinePositionSpan(firstPath, location.Span.Span);
        }

        return places.TryGetValue(key, out FileLinePositionSpan place)
            ? place
            : throw new VerificationException($"A diagnostic is expected at #{key}, which no markup marks.");
    }
}
