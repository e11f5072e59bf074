using System.Collections.Generic;

namespace InitGen.Layers;

/// <summary>What layers that bring several others together have in common, as declared by a <see cref="MergeAttribute"/>.</summary>
internal abstract record MergeSpec : LayerSpec
{
    /// <inheritdoc/>
    public sealed override IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
    [
        .. base.Mistakes(inputs),
        .. OtherMistakes,
        .. MistakeOf(inputs) is { } mistake ? [new ShapeMistake(nameof(MergeAttribute.Others), mistake)] : (LayerMistake[])[],
    ];

    /// <summary>What cannot be about what only the kind has.</summary>
    private protected virtual IEnumerable<LayerMistake> OtherMistakes => [];

    /// <summary>What is wrong with what comes in; null where nothing is.</summary>
    private protected abstract string? MistakeOf(EquatableArray<Shape> inputs);
}
