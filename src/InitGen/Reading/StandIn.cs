using System.Collections.Generic;
using System.Linq;
using InitGen.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Reading;

/// <summary>Layer properties that cannot be generated for a mistake in their network. They get bodies all the same: without, the compiler
/// stops at "partial property must have an implementation part" before it runs an analyzer, and nobody hears what the mistake is.</summary>
internal sealed record StandIn
{
    /// <summary>The type that the properties stand in.</summary>
    public required TypePlace Place { get; init; }

    /// <summary>The name of the generated file.</summary>
    public required string HintName { get; init; }

    /// <summary>The properties.</summary>
    public required EquatableArray<StandInProperty> Properties { get; init; }

    /// <summary>The layers of a network with a mistake; null where none of them needs a body, or none can have one.</summary>
    internal static StandIn? Of(NetworkDeclaration network) => Of(
        network.Type,
        network.HintName,
        network.Type.GetMembers().OfType<IPropertySymbol>().Where(property => IsMeantAsLayer(property, network.Types)));

    /// <summary>Layers of a type that is no network; null where none of them needs a body, or none can have one.</summary>
    /// <param name="properties">The properties, at least one.</param>
    internal static StandIn? Of(IReadOnlyList<IPropertySymbol> properties) =>
        Of(properties[0].ContainingType, Reading.HintName.Of(properties[0]), properties);

    /// <summary>Whether the compiler stops at a layer before it runs analyzers: at a partial one that gets no body, also because its type is not
    /// partial, or at one that stores what only the stack can hold.</summary>
    internal static bool StopsCompiler(IPropertySymbol layer) => NeedsBody(layer)
        ? !CanHaveBody(layer) || !IsPartial(layer.ContainingType)
        : layer is { Type.IsRefLikeType: true, ContainingType.IsRefLikeType: false } && IsStored(layer);

    private static StandIn? Of(INamedTypeSymbol type, string hintName, IEnumerable<IPropertySymbol> candidates)
    {
        StandInProperty[] properties =
            [.. candidates.Where(static property => NeedsBody(property) && CanHaveBody(property)).Select(StandInProperty.Of)];
        return properties.Length == 0
            ? null
            : new StandIn { Place = TypePlace.Of(type), HintName = hintName, Properties = new EquatableArray<StandInProperty>(properties) };
    }

    private static bool IsMeantAsLayer(IPropertySymbol property, WellKnownTypes types) =>
        property.GetAttributes().Any(types.IsLayerAttribute) || types.IsLayer(property.Type) || types.IsStack(property.Type)
        || types.BlockOf(property.Type, out _) is not null;

    private static bool NeedsBody(IPropertySymbol property) => property is { IsPartialDefinition: true, PartialImplementationPart: null };

    private static bool CanHaveBody(IPropertySymbol property) =>
        property is { IsIndexer: false, Type.TypeKind: not (TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer) }
        && property.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp13 }
        && !IsFileLocal(property.ContainingType);

    private static bool IsFileLocal(INamedTypeSymbol? type) => type is not null && (type.IsFileLocal || IsFileLocal(type.ContainingType));

    private static bool IsPartial(INamedTypeSymbol? type) => type is null
        || (IsPartial(type.ContainingType) && type.DeclaringSyntaxReferences.All(static part =>
            part.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)));

    private static bool IsStored(IPropertySymbol property) =>
        property is { IsPartialDefinition: false, IsAbstract: false, IsExtern: false }
        && property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax { AccessorList: { } accessors }
        && accessors.Accessors.Any(static accessor => accessor is { Body: null, ExpressionBody: null });
}

/// <summary>A property that gets a body.</summary>
internal sealed record StandInProperty
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Its modifiers, type and name: "public partial global::InitGen.DenseLayer Hidden".</summary>
    public required string Header { get; init; }

    /// <summary>Its accessors with their modifiers: "get", "private set".</summary>
    public required EquatableArray<string> Accessors { get; init; }

    /// <summary>What a property's body repeats of its declaration.</summary>
    internal static StandInProperty Of(IPropertySymbol property)
    {
        var syntax = property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as BasePropertyDeclarationSyntax;
        string reference = property.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.RefReadOnly => "ref readonly ",
            _ => "",
        };
        return new StandInProperty
        {
            Header = $"{Modifiers(syntax?.Modifiers ?? default)}{reference}{property.Type.ToDisplayString(TypeFormat)} {Identifier.Of(property.Name)}",
            Accessors = new EquatableArray<string>(
                syntax?.AccessorList?.Accessors.Select(static accessor => Modifiers(accessor.Modifiers) + accessor.Keyword.Text) ?? []),
        };
    }

    private static string Modifiers(SyntaxTokenList modifiers) => string.Concat(modifiers.Select(static modifier => modifier.Text + " "));
}
