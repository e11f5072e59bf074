using System;
using System.Collections.Generic;
using InitGen.Propagation;
using InitGen.Wording;

namespace InitGen.Layers;

/// <summary>A dropout, as declared by <see cref="DropoutAttribute"/>: a product with masks m of E[m] = 1 and E[m²] = 1/(1 − p), one for each
/// value of each row.</summary>
internal sealed record DropoutSpec : LayerSpec
{
    /// <inheritdoc cref="DropoutAttribute.Probability"/>
    public required double Probability { get; init; }

    /// <inheritdoc/>
    public override string Kind => "Dropout";

    /// <inheritdoc/>
    public override string Description => $"dropout of {NumberText.Percent(Probability)}";

    /// <inheritdoc/>
    public override bool DependsOnStep => true;

    /// <inheritdoc/>
    public override Shape OutputOf(EquatableArray<Shape> inputs) => inputs[0];

    /// <inheritdoc/>
    public override IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
        [.. base.Mistakes(inputs), .. NumberMistake.ShareBelow1(nameof(DropoutAttribute.Probability), Probability)];

    /// <summary>The mean stays, and so does what two inputs share, or two positions; the second moment M becomes M/(1 − p), since each value has a
    /// mask of its own.</summary>
    /// <inheritdoc/>
    public override Signal PreActivation(ResolvedLayer layer, IReadOnlyList<Signal> inputs)
    {
        Signal input = inputs[0];
        double added = Math.Sqrt(Probability / (1 - Probability)) * input.RootMeanSquare;
        return input with
        {
            StdDev = SignalPropagation.Hypotenuse(input.StdDev, added),
            Difference = SignalPropagation.Hypotenuse(input.Difference, added),
            BetweenPositions = SignalPropagation.Hypotenuse(input.BetweenPositions, added),
        };
    }

    /// <inheritdoc/>
    public override double GradientGain(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input) => Math.Sqrt(1 / (1 - Probability));
}
