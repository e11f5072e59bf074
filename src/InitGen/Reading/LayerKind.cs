using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>A kind of layer with its types as a compilation sees them; null, those that it does not know.</summary>
internal sealed class LayerKind
{
    /// <summary>The kind in a compilation.</summary>
    /// <param name="reader">What reads it.</param>
    /// <param name="compilation">The compilation.</param>
    public LayerKind(LayerReader reader, Compilation compilation)
    {
        Reader = reader;
        Attribute = compilation.GetTypeByMetadataName(reader.AttributeName);
        LayerType = compilation.GetTypeByMetadataName(reader.LayerTypeName);
        StackType = compilation.GetTypeByMetadataName(reader.StackTypeName);
    }

    /// <summary>What reads it.</summary>
    public LayerReader Reader { get; }

    /// <summary>The attribute.</summary>
    public INamedTypeSymbol? Attribute { get; }

    /// <summary>The type that shows one layer.</summary>
    public INamedTypeSymbol? LayerType { get; }

    /// <summary>The type that shows a stack of layers.</summary>
    public INamedTypeSymbol? StackType { get; }
}
