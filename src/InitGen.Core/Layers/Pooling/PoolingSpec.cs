using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Propagation;

namespace InitGen.Layers;

/// <summary>What the layers that make one value of a window have in common.</summary>
internal abstract record PoolingSpec : LayerSpec
{
    /// <inheritdoc/>
    public sealed override bool ReadsCorrelation => true;

    /// <inheritdoc/>
    public sealed override bool FluctuatesAsInput => true;

    /// <summary>How the window moves along each axis; empty for all positions at once.</summary>
    public EquatableArray<Window> Windows { get; init; }

    /// <inheritdoc/>
    public override Shape OutputOf(EquatableArray<Shape> inputs) => Windows.Count == 0 ? new(inputs[0].Units) : inputs[0].Through(Windows);

    /// <inheritdoc/>
    public override IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
    [
        .. base.Mistakes(inputs),
        .. Windows.Count > 0 ? WindowMistakes.Of(Windows, inputs[0], "pools") : [],
        .. Windows.Any(static window => window.Kernel > 0 && window.Padding > window.Kernel / 2)
            ? [new ShapeMistake(nameof(Window.Padding), "has a padding of more than half its kernel, so that windows of padding alone are pooled; use less")]
            : (IEnumerable<LayerMistake>)[],
    ];

    /// <summary>The number of values of a window.</summary>
    private protected double WindowSize(Shape input) =>
        Windows.Count == 0 ? input.Positions : Windows.Aggregate(1.0, static (size, window) => size * window.Kernel);

    /// <summary>The number of windows over that of the input's positions.</summary>
    private protected static double PositionsKept(ResolvedLayer layer) => (double)layer.Output.Positions / layer.Input.Positions;
}

/// <summary>Average pooling, as declared by an <see cref="AveragePoolingAttribute"/> or a <see cref="GlobalAvgPoolAttribute"/>.</summary>
internal sealed record AveragePoolingSpec : PoolingSpec
{
    /// <summary>Whether the zeros of the padding count among what is averaged.</summary>
    public bool CountPadding { get; init; } = true;

    /// <inheritdoc/>
    public override string Kind => "AveragePooling";

    /// <inheritdoc/>
    public override string Description => Windows.Count == 0 ? "average of all positions" : $"{Windows.KernelText()} average pooling";

    /// <summary>The mean of k values whose covariance is known has the variance σ² − (1 − 1/k)·D², D² the part of it that differs between
    /// positions.</summary>
    /// <inheritdoc/>
    public override Signal PreActivation(ResolvedLayer layer, IReadOnlyList<Signal> inputs)
    {
        Signal input = inputs[0];
        double size = WindowSize(layer.Input);
        double lost = size == 1 ? 0 : (1 - (1 / size)) * input.BetweenPositions * input.BetweenPositions;
        return new Signal(
            input.Mean,
            Math.Sqrt(Math.Max((input.StdDev * input.StdDev) - lost, 0)),
            Math.Sqrt(Math.Max((input.Difference * input.Difference) - lost, 0)))
        {
            BetweenPositions = input.BetweenPositions / Math.Sqrt(size),
            Law = input.Law is { IsNormal: true } normal ? normal : null,
        };
    }

    /// <inheritdoc/>
    public override double GradientGain(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input) =>
        Math.Sqrt(PositionsKept(layer) / WindowSize(layer.Input));
}

/// <summary>Max pooling, as declared by <see cref="MaxPool2dAttribute"/> and its like.</summary>
internal sealed record MaxPoolingSpec : PoolingSpec
{
    /// <inheritdoc/>
    public override string Kind => "MaxPooling";

    /// <inheritdoc/>
    public override string Description => $"{Windows.KernelText()} max pooling";

    /// <summary>The largest of k values of a known law, whose correlation between positions is taken to be the same for all of a
    /// window.</summary>
    /// <inheritdoc/>
    public override Signal PreActivation(ResolvedLayer layer, IReadOnlyList<Signal> inputs)
    {
        Signal input = inputs[0];
        return LargestOf(layer, input) is not { } largest ? Signal.Unknown : new Signal(
            input.Mean + (input.StdDev * largest.Rise),
            input.StdDev * largest.StdDev,
            input.StdDev * largest.Difference)
        {
            BetweenPositions = input.StdDev * largest.BetweenPositions,
            IsAlike = input.IsAlike,
        };
    }

    /// <summary>Each window gives its gradient to one value, at which φ of the layer in front is steeper than at any: of what that takes
    /// for the average, this is the rest. Where a normalization stands between, the gradient at it has that factor too.</summary>
    /// <inheritdoc/>
    public override double GradientGain(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input) =>
        LargestOf(layer, inputs[input]) is { } largest ? Math.Sqrt(PositionsKept(layer) * largest.SlopeGain) : double.NaN;

    // Null where the law of what comes in is not known, or how its positions are correlated.
    private WindowMaximum? LargestOf(ResolvedLayer layer, Signal input) => input.Law?.LargestOf(input, ValuesOf(layer));

    // Of a window, on average: padding is never the largest.
    private double ValuesOf(ResolvedLayer layer)
    {
        double values = 1;
        for (int axis = 0; axis < Windows.Count; axis++)
        {
            values *= (double)Windows[axis].Taps(layer.Input[axis]) / layer.Output[axis];
        }

        return values;
    }
}
