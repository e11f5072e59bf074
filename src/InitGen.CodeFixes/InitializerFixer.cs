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

/// <summary>INIT2001 to INIT2004: writes the initializer that suits a layer and removes the arguments of the one before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InitializerFixer))]
[Shared]
public sealed class InitializerFixer : TextFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [ZeroWeightsRule.Id, ConstantWeightsRule.Id, XavierUnderRectifierRule.Id, HeWithoutRectifierRule.Id];

    internal override async Task<TextFix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        SyntaxNode? initializer = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (initializer?.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { Parent: AttributeArgumentListSyntax list } argument
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
