using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Propagation;

namespace InitGen.Layers;

/// <summary>What the layers that make one value of a window have in common.</summary>
internal abstract record PoolingSpec : LayerSpec
{
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

    /// <summary>The number of windows that an input is in, on average.</summary>
    private protected double WindowsOfInput(Shape input, Shape output) => WindowSize(input) * output.Positions / input.Positions;
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
        };
    }

    /// <inheritdoc/>
    public override double GradientGain(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input) =>
        Math.Sqrt(WindowsOfInput(layer.Input, layer.Output)) / WindowSize(layer.Input);
}

/// <summary>Max pooling, as declared by <see cref="MaxPool2dAttribute"/> and its like. The largest of several is not distributed as each of them
/// is, nor is the slope at it: nothing is predicted of either.</summary>
internal sealed record MaxPoolingSpec : PoolingSpec
{
    /// <inheritdoc/>
    public override string Kind => "MaxPooling";

    /// <inheritdoc/>
    public override string Description => $"{Windows.KernelText()} max pooling";
}
