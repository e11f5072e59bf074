using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using InitGen.Analyzers.Rules;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.CodeFixes;

/// <summary>INIT3001 to INIT3007: writes the initializers with which the signal of the whole network is what the rule asks for, in one
/// layer or several.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SignalFixer))]
[Shared]
public sealed class SignalFixer : Fixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [.. CrossingRules.All.Select(static rule => rule.Descriptor.Id), LargeLogitsRule.Id];

    internal override Fix? Find(FixContext context)
    {
        if (context.PropertyOf(FixKeys.Title) is not { } title)
        {
            return null;
        }

        List<TextChange> changes = [];
        for (int place = 0; place < context.Diagnostic.AdditionalLocations.Count; place++)
        {
            if (SuggestedInitializer.In(context.Diagnostic.Properties, place) is not { } suggestion
                || LayerArguments.At(context.Diagnostic.AdditionalLocations[place], context)?.WithInitializer(suggestion) is not { } replaced)
            {
                return null;
            }

            changes.AddRange(replaced);
        }

        return new Fix(title, [.. changes]);
    }
}
