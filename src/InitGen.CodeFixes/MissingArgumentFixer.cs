using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.CodeFixes;

/// <summary>INIT1006: adds the arguments that an initializer needs, with values that suit the layer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingArgumentFixer))]
[Shared]
public sealed class MissingArgumentFixer : TextFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [SuitableArgumentsRule.Id];

    internal override async Task<TextFix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return diagnostic.Properties.TryGetValue(FixKeys.Add, out string? code)
            && LayerArguments.At(root, diagnostic.Location) is { } arguments
                ? new TextFix($"Add '{code}'", [arguments.Add(code!)])
                : null;
    }
}
