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

/// <summary>The arguments of a layer attribute in code, and changes that leave what they do not concern as the user wrote it.</summary>
internal sealed class LayerArguments
{
    private readonly AttributeArgumentListSyntax _list;

    private LayerArguments(AttributeArgumentListSyntax list) => _list = list;

    /// <summary>The arguments at a place.</summary>
    /// <param name="root">The document.</param>
    /// <param name="location">The place of the attribute, or of one of its arguments.</param>
    /// <returns>The arguments; null where the place has none.</returns>
    public static LayerArguments? At(SyntaxNode? root, Location location) =>
        root?.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>()?.ArgumentList is { } list
            ? new LayerArguments(list)
            : null;

    /// <summary>The change that adds properties.</summary>
    /// <param name="properties">The properties as code: "Gain = 4".</param>
    public TextChange Add(string properties) => Behind(_list.Arguments.Last(static argument => argument.NameEquals is null), properties);

    /// <summary>The change that writes an activation.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="model">What the document means.</param>
    public TextChange WithActivation(Activation activation, SemanticModel model)
    {
        if (OfConstructor("activation", 1) is { } written)
        {
            return EnumMember.Replace(written.Expression, TypeNames.Activation, activation.ToString(), model);
        }

        // Behind the number of units, and named where that is.
        AttributeArgumentSyntax units = OfConstructor("units", 0)!;
        string name = units.NameColon is null ? "" : "activation: ";
        return Behind(units, name + EnumMember.Name(TypeNames.Activation, activation.ToString(), units.SpanStart, model));
    }

    /// <summary>The changes that write another initializer, without the arguments of the one before.</summary>
    /// <param name="suggestion">The initializer to write.</param>
    /// <param name="model">What the document means.</param>
    /// <returns>The changes; null where no initializer is written.</returns>
    public ImmutableArray<TextChange>? WithInitializer(SuggestedInitializer suggestion, SemanticModel model) =>
        OfConstructor("init", 2) is not { } argument
            ? null
            :
            [
                EnumMember.Replace(argument.Expression, TypeNames.Init, suggestion.Init.ToString(), model),
                .. WithGain(suggestion.Gain),
                .. AttributeArgumentRemoval.Of(_list, [.. OldArguments(suggestion)]),
            ];

    private static TextChange Behind(AttributeArgumentSyntax argument, string code) =>
        new(new TextSpan(argument.Span.End, 0), $", {code}");

    private static string? NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText;

    private AttributeArgumentSyntax? OfConstructor(string name, int position)
    {
        AttributeArgumentSyntax[] ofConstructor = [.. _list.Arguments.Where(static argument => argument.NameEquals is null)];
        return ofConstructor.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name)
            ?? ofConstructor.Skip(position).FirstOrDefault(static argument => argument.NameColon is null);
    }

    private IEnumerable<TextChange> WithGain(double gain)
    {
        if (gain == 1)
        {
            return [];
        }

        string code = gain.ToString("R", CultureInfo.InvariantCulture);
        return _list.Arguments.FirstOrDefault(static argument => NameOf(argument) == nameof(DenseAttribute.Gain)) is { } written
            ? [new TextChange(written.Expression.Span, code)]
            : [Add($"{nameof(DenseAttribute.Gain)} = {code}")];
    }

    private IEnumerable<AttributeArgumentSyntax> OldArguments(SuggestedInitializer suggestion) =>
        from argument in _list.Arguments
        where Enum.TryParse(NameOf(argument), out InitializerArguments name)
            && !suggestion.Keeps(name)
            && !(name == InitializerArguments.Gain && suggestion.Gain != 1)
        select argument;
}
