using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Analyzers.Rules;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.CodeFixes;

/// <summary>The rules of INIT2001 to INIT2013 that blame an initializer: writes the one that suits the layer and removes the arguments of
/// the one before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InitializerFixer))]
[Shared]
public sealed class InitializerFixer : TextFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        ZeroWeightsRule.Id,
        ConstantWeightsRule.Id,
        XavierUnderRectifierRule.Id,
        HeWithoutRectifierRule.Id,
        SeluVarianceRule.Id,
        MissingRootRule.Id,
        BoundAsStdDevRule.Id,
        OrthogonalUnderRectifierRule.Id,
        SparseWeightsRule.Id,
    ];

    internal override async Task<TextFix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model is not null
            && SuggestedInitializer.In(diagnostic.Properties) is { } suggestion
            && LayerArguments.At(root, diagnostic.Location)?.WithInitializer(suggestion, model) is { } changes
                ? new TextFix($"Use {suggestion.Text}{OutcomeOf(diagnostic)}", changes)
                : null;
    }

    private static string OutcomeOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixKeys.Outcome, out string? text) ? $" ({text})" : "";
}
