using System.Collections.Immutable;
using InitGen.Specification;

namespace InitGen.Reading;

/// <summary>Reads one kind of layer. A new kind is a class like this, listed in <see cref="All"/>.</summary>
internal abstract class LayerReader
{
    /// <summary>All kinds.</summary>
    public static ImmutableArray<LayerReader> All { get; } = [new DenseReader()];

    /// <summary>The metadata name of the attribute.</summary>
    public abstract string AttributeName { get; }

    /// <summary>The metadata name of the type that shows one layer.</summary>
    public abstract string LayerTypeName { get; }

    /// <summary>The metadata name of the type that shows a stack of layers.</summary>
    public abstract string StackTypeName { get; }

    /// <summary>The layer that an attribute declares.</summary>
    /// <param name="name">The name of the property that has it.</param>
    /// <param name="isStack">Whether the property shows a stack.</param>
    /// <param name="arguments">The attribute's arguments.</param>
    public abstract LayerSpec Read(string name, bool isStack, AttributeArguments arguments);
}
