using System;
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

/// <summary>INIT2006 and INIT2012: writes another activation in one layer or several, and the initializer that suits it where one is
/// written that does not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ActivationFixer))]
[Shared]
public sealed class ActivationFixer : TextFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [StackedSigmoidRule.Id, CollapsingLayersRule.Id];

    internal override async Task<TextFix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model is null
            || !diagnostic.Properties.TryGetValue(FixKeys.Title, out string? title)
            || !diagnostic.Properties.TryGetValue(FixKeys.Activation, out string? name)
            || !Enum.TryParse(name, out Activation activation))
        {
            return null;
        }

        List<TextChange> changes = [];
        for (int place = 0; place < diagnostic.AdditionalLocations.Count; place++)
        {
            if (LayerArguments.At(root, diagnostic.AdditionalLocations[place]) is not { } arguments)
            {
                return null;
            }

            changes.Add(arguments.WithActivation(activation, model));
            if (SuggestedInitializer.In(diagnostic.Properties, place) is { } suggestion)
            {
                changes.AddRange(arguments.WithInitializer(suggestion, model) ?? []);
            }
        }

        return new TextFix(title!, [.. changes]);
    }
}
