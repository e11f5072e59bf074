using InitGen.Layers;

namespace InitGen.Reading;

/// <summary>A layer as declared by a property or, of a residual block, the sum at its end.</summary>
internal sealed class LayerDeclaration : MemberDeclaration
{
    /// <summary>The kind of layer.</summary>
    public required LayerForm Form { get; init; }

    /// <summary>The layer as declared; what the compiler does not understand has a value that nothing is wrong with.</summary>
    public required LayerSpec Spec { get; init; }

    /// <summary>The shapes of what comes into it, the first of a stack; of half-typed code, anything.</summary>
    public required EquatableArray<Shape> Inputs { get; init; }

    /// <summary>The member of the network through which it belongs to it; null where it is one itself.</summary>
    public required BlockUse? Use { get; init; }

    /// <inheritdoc/>
    public override int Repeat => Spec.Repeat;

    /// <inheritdoc/>
    public override string Name => Spec.Name;
}
