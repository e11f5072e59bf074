using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Writes the first letter of a class in upper case.</summary>
internal class RenamingFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["LOW1"];

    protected virtual string? EquivalenceKey => "upper";

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Upper case",
                    async cancellationToken =>
                    {
                        SourceText text = await context.Document.GetTextAsync(cancellationToken);
                        TextSpan span = diagnostic.Location.SourceSpan;
                        return context.Document.WithText(text.Replace(span, Rename(text.ToString(span))));
                    },
                    EquivalenceKey),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    protected virtual string Rename(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
