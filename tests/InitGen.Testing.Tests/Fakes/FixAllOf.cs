using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>A Fix All that fixes those diagnostics that it chooses, instead of those of its scope.</summary>
/// <param name="choose">The choice among all diagnostics of the solution, by document.</param>
internal sealed class FixAllOf(
    Func<FixAllContext, IReadOnlyList<(Document Document, Diagnostic Diagnostic)>, IEnumerable<(Document, Diagnostic)>> choose)
    : FixAllProvider
{
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var all = new List<(Document, Diagnostic)>();
        foreach (Document document in fixAllContext.Solution.Projects.SelectMany(project => project.Documents))
        {
            ImmutableArray<Diagnostic> diagnostics = await fixAllContext.GetDocumentDiagnosticsAsync(document);
            all.AddRange(diagnostics.Select(diagnostic => (document, diagnostic)));
        }

        Solution solution = fixAllContext.Solution;
        foreach (var group in choose(fixAllContext, all).GroupBy(choice => choice.Item1.Id, choice => choice.Item2))
        {
            var text = await solution.GetDocument(group.Key)!.GetTextAsync(fixAllContext.CancellationToken);
            foreach (Diagnostic diagnostic in group)
            {
                text = text.Replace(diagnostic.Location.SourceSpan, text.ToString(diagnostic.Location.SourceSpan).ToUpperInvariant());
            }

            solution = solution.WithDocumentText(group.Key, text);
        }

        return CodeAction.Create("Fix all", _ => Task.FromResult(solution), "upper");
    }
}
