using System.Collections.Generic;
using System.Linq;
using InitGen.Specification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Reading;

/// <summary>Finds the layer properties that need a body though their network cannot be generated.</summary>
internal static class StandInReader
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The layers of a network with a mistake; null where none of them needs a body, or none can have one.</summary>
    /// <param name="network">The network.</param>
    public static StandIn? Read(NetworkDeclaration network) =>
        Read(network.Type, network.HintName, network.Type.GetMembers().OfType<IPropertySymbol>().Where(property => IsMeantAsLayer(property, network.Types)));

    /// <summary>Layers of a type that is no network; null where none of them needs a body, or none can have one.</summary>
    /// <param name="properties">The properties, at least one.</param>
    public static StandIn? Read(IReadOnlyList<IPropertySymbol> properties) =>
        Read(properties[0].ContainingType, HintName.Of(properties[0]), properties);

    private static StandIn? Read(INamedTypeSymbol type, string hintName, IEnumerable<IPropertySymbol> candidates)
    {
        StandInProperty[] properties = [.. candidates.Where(NeedsBody).Select(ReadProperty)];
        return properties.Length == 0 || FileLocality.Of(type) is not null
            ? null
            : new StandIn { Place = TypePlace.Of(type), HintName = hintName, Properties = new EquatableArray<StandInProperty>(properties) };
    }

    private static bool IsMeantAsLayer(IPropertySymbol property, WellKnownTypes types) =>
        property.GetAttributes().Any(types.IsLayerAttribute)
        || types.LayerKinds.Any(kind => SymbolEqualityComparer.Default.Equals(property.Type, kind.LayerType) || SymbolEqualityComparer.Default.Equals(property.Type, kind.StackType));

    private static bool NeedsBody(IPropertySymbol property) =>
        property is { IsPartialDefinition: true, PartialImplementationPart: null, IsIndexer: false, Type.TypeKind: not TypeKind.Error }
        && property.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp13 };

    private static StandInProperty ReadProperty(IPropertySymbol property)
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
            Accessors = new EquatableArray<string>(syntax?.AccessorList?.Accessors.Select(static accessor => Modifiers(accessor.Modifiers) + accessor.Keyword.Text) ?? []),
        };
    }

    private static string Modifiers(SyntaxTokenList modifiers) => string.Concat(modifiers.Select(static modifier => modifier.Text + " "));
}
