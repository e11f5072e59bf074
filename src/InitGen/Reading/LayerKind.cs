using InitGen.Layers;
using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>A kind of layer with its types as a compilation sees them; null, those that it does not know.</summary>
internal sealed class LayerKind
{
    /// <summary>The kind in a compilation.</summary>
    /// <param name="form">The kind.</param>
    /// <param name="compilation">The compilation.</param>
    public LayerKind(LayerForm form, Compilation compilation)
    {
        Form = form;
        Attribute = compilation.GetTypeByMetadataName(form.AttributeName);
        LayerType = compilation.GetTypeByMetadataName(form.LayerTypeName);
        StackType = compilation.GetTypeByMetadataName(form.StackTypeName);
    }

    /// <summary>The kind.</summary>
    public LayerForm Form { get; }

    /// <summary>The attribute.</summary>
    public INamedTypeSymbol? Attribute { get; }

    /// <summary>The type that shows one layer.</summary>
    public INamedTypeSymbol? LayerType { get; }

    /// <summary>The type that shows a stack of layers.</summary>
    public INamedTypeSymbol? StackType { get; }
}
