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
    private const string ActivationParameter = "activation";
    private const string InitializerParameter = "init";

    private readonly AttributeArgumentListSyntax _list;
    private readonly ImmutableArray<IParameterSymbol> _parameters;
    private readonly SemanticModel _model;

    private LayerArguments(AttributeArgumentListSyntax list, ImmutableArray<IParameterSymbol> parameters, SemanticModel model)
    {
        _list = list;
        _parameters = parameters;
        _model = model;
    }

    // The last argument of the constructor; every layer has one.
    private AttributeArgumentSyntax Last => _list.Arguments.Last(static argument => argument.NameEquals is null);

    /// <summary>The arguments at a place.</summary>
    /// <param name="location">The place of the attribute, or of one of its arguments.</param>
    /// <param name="context">The document.</param>
    /// <returns>The arguments; null where the place has none, or those of an attribute that the compiler does not know.</returns>
    public static LayerArguments? At(Location location, FixContext context)
    {
        SyntaxNode node = context.Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { ArgumentList: { } list } attribute)
        {
            return null;
        }

        SymbolInfo constructor = context.Model.GetSymbolInfo(attribute);
        return (constructor.Symbol ?? constructor.CandidateSymbols.FirstOrDefault()) is IMethodSymbol { Parameters: var parameters }
            ? new LayerArguments(list, parameters, context.Model)
            : null;
    }

    /// <summary>The change that adds properties.</summary>
    /// <param name="properties">The properties as code: "Gain = 4".</param>
    public TextChange Add(string properties) => Behind(Last, properties);

    /// <summary>The change that writes an activation.</summary>
    /// <param name="activation">The activation.</param>
    public TextChange WithActivation(Activation activation)
    {
        if (OfConstructor(ActivationParameter) is { } written)
        {
            return EnumMember.Replace(written.Expression, TypeNames.Activation, activation.ToString(), _model);
        }

        // Behind the argument before it, and named where that is.
        int ordinal = _parameters.TakeWhile(static parameter => parameter.Name != ActivationParameter).Count();
        AttributeArgumentSyntax? before = ordinal == 0 ? null : OfConstructor(_parameters[ordinal - 1].Name);
        string member = EnumMember.Name(TypeNames.Activation, activation.ToString(), _list.SpanStart, _model);
        return before is { NameColon: null } ? Behind(before, member) : Behind(before ?? Last, $"{ActivationParameter}: {member}");
    }

    /// <summary>The changes that write another initializer, without the arguments of the one before.</summary>
    /// <param name="suggestion">The initializer to write.</param>
    /// <returns>The changes; null where no initializer is written.</returns>
    public ImmutableArray<TextChange>? WithInitializer(SuggestedInitializer suggestion) =>
        OfConstructor(InitializerParameter) is not { } argument
            ? null
            :
            [
                EnumMember.Replace(argument.Expression, TypeNames.Init, suggestion.Init.ToString(), _model),
                .. WithGain(suggestion.Gain),
                .. AttributeArgumentRemoval.Of(_list, [.. OldArguments(suggestion)]),
            ];

    private static TextChange Behind(AttributeArgumentSyntax argument, string code) =>
        new(new TextSpan(argument.Span.End, 0), $", {code}");

    private static string? NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText;

    private AttributeArgumentSyntax? OfConstructor(string name)
    {
        int ordinal = _parameters.TakeWhile(parameter => parameter.Name != name).Count();
        AttributeArgumentSyntax[] written = [.. _list.Arguments.Where(static argument => argument.NameEquals is null)];
        return written.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name)
            ?? (ordinal < written.Length && written[ordinal].NameColon is null ? written[ordinal] : null);
    }

    private IEnumerable<TextChange> WithGain(double gain)
    {
        if (gain == 1)
        {
            return [];
        }

        string code = gain.ToString("R", CultureInfo.InvariantCulture);
        return _list.Arguments.FirstOrDefault(static argument => NameOf(argument) == nameof(WeightedLayerAttribute.Gain)) is { } written
            ? [new TextChange(written.Expression.Span, code)]
            : [Add($"{nameof(WeightedLayerAttribute.Gain)} = {code}")];
    }

    private IEnumerable<AttributeArgumentSyntax> OldArguments(SuggestedInitializer suggestion) =>
        from argument in _list.Arguments
        where Enum.TryParse(NameOf(argument), out InitializerArguments name)
            && !suggestion.Keeps(name)
            && !(name == InitializerArguments.Gain && suggestion.Gain != 1)
        select argument;
}
