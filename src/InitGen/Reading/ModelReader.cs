using System.Linq;
using System.Threading;
using InitGen.Layers;
using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>Takes from a faultless declaration what generated code depends on.</summary>
internal static class ModelReader
{
    /// <summary>The model of a network.</summary>
    /// <param name="network">A network that breaks no rule and that the compiler understands.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public static NetworkModel Read(NetworkDeclaration network, CancellationToken cancellation) => new()
    {
        Place = TypePlace.Of(network.Type),
        Spec = LayerResolution.SpellOut(network.Spec),
        Properties = ReadProperties(network, cancellation),
        IsDocumented = DocumentationReader.Read(network.Type, cancellation).Length > 0,
    };

    /// <summary>The model of a block.</summary>
    /// <param name="block">A block that breaks no rule and that the compiler understands.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public static BlockModel ReadBlock(NetworkDeclaration block, CancellationToken cancellation) => new()
    {
        Place = TypePlace.Of(block.Type),
        Properties = ReadProperties(block, cancellation),
        IsDocumented = DocumentationReader.Read(block.Type, cancellation).Length > 0,
    };

    private static EquatableArray<LayerProperty> ReadProperties(NetworkDeclaration network, CancellationToken cancellation) =>
        new(network.Members.Select(member => new LayerProperty
        {
            Name = Identifier.Of(member.Property.Name),
            Modifiers = string.Join(" ", member.Syntax?.Modifiers.Select(static modifier => modifier.Text) ?? []),
            Type = member.Property.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            View = member switch
            {
                LayerDeclaration { Spec.IsStack: true } => LayerView.Stack,
                LayerDeclaration => LayerView.Layer,
                BlockUse { IsStack: true } => LayerView.BlockStack,
                _ => LayerView.Block,
            },
            Count = member is BlockUse ? network.Layers.Count(layer => layer.Use == member) : 1,
            Documentation = DocumentationReader.Read(member.Property, cancellation),
        }));
}
