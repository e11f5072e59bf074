using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Writes the name of a class in upper case, where the project has the type that <see cref="GoodGenerator"/> makes.</summary>
internal sealed class RenamingFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["LOW1"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Compilation? compilation = await context.Document.Project.GetCompilationAsync(context.CancellationToken);
        if (compilation?.GetTypeByMetadataName("Generated") is not null)
        {
            var text = await context.Document.GetTextAsync(context.CancellationToken);
            Document renamed = context.Document.WithText(text.Replace(context.Span, text.ToString(context.Span).ToUpperInvariant()));
            context.RegisterCodeFix(CodeAction.Create("Upper case", _ => Task.FromResult(renamed), "upper"), context.Diagnostics);
        }
    }
}
