using System.Collections.Immutable;
using System.Composition;
using InitGen.Analyzers.Rules;
using InitGen.Analyzers.Suggestions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.CodeFixes;

/// <summary>The rules of INIT2001 to INIT2013 that blame an initializer: writes the one that suits the layer and removes the arguments of
/// the one before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InitializerFixer))]
[Shared]
public sealed class InitializerFixer : Fixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        ZeroWeightsRule.Id,
        ConstantWeightsRule.Id,
        LostVarianceRule.Id,
        HeWithoutRectifierRule.Id,
        SeluVarianceRule.Id,
        MissingRootRule.Id,
        BoundAsStdDevRule.Id,
        OrthogonalUnderRectifierRule.Id,
        SparseWeightsRule.Id,
    ];

    internal override Fix? Find(FixContext context) =>
        SuggestedInitializer.In(context.Diagnostic.Properties) is { } suggestion
        && LayerArguments.At(context.Diagnostic.Location, context)?.WithInitializer(suggestion) is { } changes
            ? new Fix($"Use {suggestion.Text}{context.Outcome}", changes)
            : null;
}
