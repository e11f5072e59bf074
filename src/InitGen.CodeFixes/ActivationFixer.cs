using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using InitGen.Analyzers.Rules;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.CodeFixes;

/// <summary>INIT2006, INIT2012 and INIT2016: writes another activation in one layer or several, and the initializer that suits it where
/// one is written that does not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ActivationFixer))]
[Shared]
public sealed class ActivationFixer : Fixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [StackedSigmoidRule.Id, CollapsingLayersRule.Id, RectifiedOutputRule.Id];

    internal override Fix? Find(FixContext context)
    {
        if (context.PropertyOf(FixKeys.Title) is not { } title
            || !Enum.TryParse(context.PropertyOf(FixKeys.Activation), out Activation activation))
        {
            return null;
        }

        List<TextChange> changes = [];
        for (int place = 0; place < context.Diagnostic.AdditionalLocations.Count; place++)
        {
            if (LayerArguments.At(context.Diagnostic.AdditionalLocations[place], context) is not { } arguments)
            {
                return null;
            }

            changes.Add(arguments.WithActivation(activation));
            if (SuggestedInitializer.In(context.Diagnostic.Properties, place) is { } suggestion)
            {
                changes.AddRange(arguments.WithInitializer(suggestion) ?? []);
            }
        }

        return new Fix(title, [.. changes]);
    }
}
