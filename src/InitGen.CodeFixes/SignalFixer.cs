using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Analyzers.Rules;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.CodeFixes;

/// <summary>INIT3001 to INIT3006: writes the initializers with which the signal of the whole network stays between its thresholds, in one
/// layer or several.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SignalFixer))]
[Shared]
public sealed class SignalFixer : TextFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        VanishingActivationsRule.Id,
        ExplodingActivationsRule.Id,
        SaturatedUnitsRule.Id,
        VanishingGradientsRule.Id,
        ExplodingGradientsRule.Id,
        DeadUnitsRule.Id,
    ];

    internal override async Task<TextFix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model is null || !diagnostic.Properties.TryGetValue(FixKeys.Title, out string? title))
        {
            return null;
        }

        List<TextChange> changes = [];
        for (int place = 0; place < diagnostic.AdditionalLocations.Count; place++)
        {
            if (SuggestedInitializer.In(diagnostic.Properties, place) is not { } suggestion
                || LayerArguments.At(root, diagnostic.AdditionalLocations[place])?.WithInitializer(suggestion, model) is not { } replacement)
            {
                return null;
            }

            changes.AddRange(replacement);
        }

        return new TextFix(title!, [.. changes]);
    }
}
