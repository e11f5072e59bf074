using System.Collections.Generic;
using InitGen.Propagation;

namespace InitGen.Layers;

/// <summary>What comes in, as a vector, as declared by <see cref="FlattenAttribute"/>.</summary>
internal sealed record FlattenSpec : LayerSpec
{
    /// <inheritdoc/>
    public override string Kind => "Flatten";

    /// <inheritdoc/>
    public override string Description => "flattened";

    /// <inheritdoc/>
    public override bool FluctuatesAsInput => true;

    /// <inheritdoc/>
    public override Shape OutputOf(EquatableArray<Shape> inputs) => inputs[0].Flattened;

    /// <inheritdoc/>
    public override Signal PreActivation(ResolvedLayer layer, IReadOnlyList<Signal> inputs) => inputs[0];

    /// <inheritdoc/>
    public override double GradientGain(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input) => 1;
}
