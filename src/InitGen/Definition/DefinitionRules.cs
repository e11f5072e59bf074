using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>The rules on definitions, INIT1001 to INIT1021. The analyzer reports what breaks them; the generator asks whether anything
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
        new BlockTypeRule(),
        new LayerSourcesRule(),
        new BlockSizesRule(),
        new FileNamesRule(),
    ];

    /// <summary>All that is wrong with a network.</summary>
    /// <param name="network">The network.</param>
    public static IEnumerable<Diagnostic> Check(NetworkDeclaration network) =>
        IndependentRules.Check(All, rule => rule.Check(network));

    /// <summary>Whether nothing is wrong with a network, nor with the blocks that it uses, so that it can be generated.</summary>
    /// <param name="network">The network, or a block.</param>
    /// <param name="cancellation">Ends the check early.</param>
    public static bool AreKept(NetworkDeclaration network, CancellationToken cancellation) =>
        network.IsUnderstood && !Check(network).Any() && AreKeptByBlocks(network, cancellation);

    /// <summary>Whether nothing is wrong with the blocks that a network uses.</summary>
    /// <param name="network">The network, or a block.</param>
    /// <param name="cancellation">Ends the check early.</param>
    public static bool AreKeptByBlocks(NetworkDeclaration network, CancellationToken cancellation) =>
        network.Blocks.Select(static use => use.Block!).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).All(block =>
            !SymbolEqualityComparer.Default.Equals(block.ContainingAssembly, network.Types.Compilation.Assembly)
            || (NetworkReader.ReadBlock(block, network.Types, cancellation) is { } declared && AreKept(declared, cancellation)));

    /// <summary>The layer attributes of a property that is in no network, which are wrong.</summary>
    /// <param name="property">Any property.</param>
    /// <param name="types">The library's types in the same compilation.</param>
    public static IEnumerable<Diagnostic> CheckOutsideNetworks(IPropertySymbol property, WellKnownTypes types) =>
        LayerPlace.CheckOutsideNetworks(property, types);
}
