using System.Collections.Generic;
using System.Collections.Immutable;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>The rules on definitions, INIT1001 to INIT1019. The analyzer reports what breaks them; the generator asks whether anything
/// does.</summary>
internal static class DefinitionRules
{
    private static readonly LayerPlaceRule LayerPlace = new();

    /// <summary>The rules, by id.</summary>
    public static ImmutableArray<DefinitionRule> All { get; } =
    [
        new PartialTypesRule(),
        new LayerPropertyRule(),
        new PositiveSizesRule(),
        new AnyLayerRule(),
        new OneDeclarationRule(),
        new SuitableArgumentsRule(),
        new NumberRangeRule(),
        new NetworkSizeRule(),
        new NetworkTypeRule(),
        LayerPlace,
        new GeneratedNamesRule(),
        new LanguageVersionRule(),
        new CustomInitializerRule(),
        new LayerShapeRule(),
        new DistinctStreamsRule(),
        new HiddenNamesRule(),
        new FittingShapesRule(),
        new LayerSourcesRule(),
    ];

    /// <summary>All that is wrong with a network.</summary>
    /// <param name="network">The network.</param>
    public static IEnumerable<Diagnostic> Check(NetworkDeclaration network) =>
        IndependentRules.Check(All, rule => rule.Check(network));

    /// <summary>The layer attributes of a property that is in no network, which are wrong.</summary>
    /// <param name="property">Any property.</param>
    /// <param name="types">The library's types in the same compilation.</param>
    public static IEnumerable<Diagnostic> CheckOutsideNetworks(IPropertySymbol property, WellKnownTypes types) =>
        LayerPlace.CheckOutsideNetworks(property, types);
}
