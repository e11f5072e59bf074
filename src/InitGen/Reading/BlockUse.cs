using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>A property with <see cref="BlockAttribute"/>.</summary>
internal sealed class BlockUse : MemberDeclaration
{
    /// <summary>The class of the blocks; null where the property's type shows none.</summary>
    public required INamedTypeSymbol? Block { get; init; }

    /// <summary>Whether it shows a stack of blocks.</summary>
    public required bool IsStack { get; init; }

    /// <summary>Whether the block contains itself.</summary>
    public required bool IsCircular { get; init; }

    /// <inheritdoc/>
    public override int Repeat => Arguments.ValueOf(nameof(LayerAttribute.Repeat), 1);

    /// <inheritdoc/>
    public override string Name => Property.Name;
}
