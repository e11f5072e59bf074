using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Analyzers.Rules;
using InitGen.Analyzers.Suggestions;
using InitGen.Initialization;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

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
        SyntaxNode? place = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (place?.FirstAncestorOrSelf<AttributeArgumentListSyntax>() is not { } list
            || InitArgument(list) is not { } argument
            || model is null
            || SuggestionOf(diagnostic) is not { } suggestion)
        {
            return null;
        }

        IEnumerable<TextChange> changes =
        [
            NewInitializer(suggestion.Init, argument.Expression, model),
            .. NewGain(list, suggestion),
            .. OldArguments(list, suggestion).SelectMany(old => AttributeArgumentRemoval.Of(list, old)),
        ];
        string outcome = diagnostic.Properties.TryGetValue(FixKeys.Outcome, out string? text) ? $" ({text})" : "";
        return new TextFix($"Use {suggestion.Text}{outcome}", [.. changes.OrderBy(static change => change.Span)]);
    }

    // The third of the constructor, where it is not named.
    private static AttributeArgumentSyntax? InitArgument(AttributeArgumentListSyntax list)
    {
        AttributeArgumentSyntax[] ofConstructor = [.. list.Arguments.TakeWhile(static argument => argument.NameEquals is null)];
        return ofConstructor.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText == "init")
            ?? ofConstructor.Skip(2).FirstOrDefault(static argument => argument.NameColon is null);
    }

    private static SuggestedInitializer? SuggestionOf(Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(FixKeys.Init, out string? name) || !Enum.TryParse(name, out Init init))
            return null;

        bool hasGain = diagnostic.Properties.TryGetValue(FixKeys.Gain, out string? gain);
        return new SuggestedInitializer(init, hasGain ? double.Parse(gain!, CultureInfo.InvariantCulture) : 1);
    }

    // The enumeration stays as the user names it: Init, InitGen.Init, an alias, or not at all.
    private static TextChange NewInitializer(Init init, ExpressionSyntax old, SemanticModel model)
    {
        INamedTypeSymbol type = model.Compilation.GetTypeByMetadataName(TypeNames.Init)!;
        string name = init.ToString();
        if (old is MemberAccessExpressionSyntax { Name: var member } && IsMemberOf(type, model.GetSymbolInfo(old).Symbol))
            return new TextChange(member.Span, name);

        bool isImported = old is IdentifierNameSyntax
            && IsMemberOf(type, model.GetSymbolInfo(old).Symbol)
            && model.LookupSymbols(old.SpanStart, name: name).All(found => IsMemberOf(type, found));
        return new TextChange(old.Span, isImported ? name : $"{type.ToMinimalDisplayString(model, old.SpanStart)}.{name}");
    }

    private static bool IsMemberOf(INamedTypeSymbol type, ISymbol? symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol?.ContainingType, type);

    private static IEnumerable<TextChange> NewGain(AttributeArgumentListSyntax list, SuggestedInitializer suggestion)
    {
        if (suggestion.Gain == 1)
            return [];

        string gain = suggestion.Gain.ToString("R", CultureInfo.InvariantCulture);
        if (list.Arguments.FirstOrDefault(static argument => NameOf(argument) == nameof(DenseAttribute.Gain)) is { } written)
            return [new TextChange(written.Expression.Span, gain)];

        // Properties stand behind the arguments of the constructor.
        AttributeArgumentSyntax last = list.Arguments.Last(static argument => argument.NameEquals is null);
        return [new TextChange(new TextSpan(last.Span.End, 0), $", {nameof(DenseAttribute.Gain)} = {gain}")];
    }

    private static IEnumerable<AttributeArgumentSyntax> OldArguments(AttributeArgumentListSyntax list, SuggestedInitializer suggestion) =>
        from argument in list.Arguments
        where Enum.TryParse(NameOf(argument), out InitializerArguments name)
            && !suggestion.Keeps(name)
            && !(name == InitializerArguments.Gain && suggestion.Gain != 1)
        select argument;

    private static string? NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText;
}
