using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using InitGen.Analyzers.Suggestions;
using InitGen.Initialization;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.CodeFixes;

/// <summary>Another initializer in the place of one that is written, without the arguments of the one before.</summary>
internal static class InitializerReplacement
{
    /// <summary>The changes that replace an initializer.</summary>
    /// <param name="root">The document.</param>
    /// <param name="location">The place of the initializer, or of another argument of its attribute.</param>
    /// <param name="suggestion">The initializer to write.</param>
    /// <param name="model">What the document means.</param>
    /// <returns>The changes in the order of the text; null where no initializer is written.</returns>
    public static ImmutableArray<TextChange>? Find(
        SyntaxNode? root, Location location, SuggestedInitializer suggestion, SemanticModel model)
    {
        SyntaxNode? place = root?.FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        if (place?.FirstAncestorOrSelf<AttributeArgumentListSyntax>() is not { } list || InitArgument(list) is not { } argument)
            return null;

        IEnumerable<TextChange> changes =
        [
            NewInitializer(suggestion.Init, argument.Expression, model),
            .. NewGain(list, suggestion),
            .. OldArguments(list, suggestion).SelectMany(old => AttributeArgumentRemoval.Of(list, old)),
        ];
        return [.. changes.OrderBy(static change => change.Span)];
    }

    // The third of the constructor, where it is not named.
    private static AttributeArgumentSyntax? InitArgument(AttributeArgumentListSyntax list)
    {
        AttributeArgumentSyntax[] ofConstructor = [.. list.Arguments.TakeWhile(static argument => argument.NameEquals is null)];
        return ofConstructor.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText == "init")
            ?? ofConstructor.Skip(2).FirstOrDefault(static argument => argument.NameColon is null);
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
