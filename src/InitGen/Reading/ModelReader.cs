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
        Properties = new EquatableArray<LayerProperty>(network.Layers.Select(layer => ReadProperty(layer, cancellation))),
        IsDocumented = DocumentationReader.Read(network.Type, cancellation).Length > 0,
    };

    private static LayerProperty ReadProperty(LayerDeclaration layer, CancellationToken cancellation) => new()
    {
        Name = Identifier.Of(layer.Name),
        Modifiers = string.Join(" ", layer.Syntax?.Modifiers.Select(static modifier => modifier.Text) ?? []),
        Documentation = DocumentationReader.Read(layer.Property, cancellation),
    };
}
