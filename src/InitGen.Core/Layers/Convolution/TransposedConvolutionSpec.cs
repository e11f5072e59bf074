using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Initialization;

namespace InitGen.Layers;

/// <summary>A transposed convolution along one to three axes, as declared by a <see cref="TransposedConvolutionAttribute"/>: what the way back
/// computes through a convolution that takes its outputs to its inputs.</summary>
internal sealed record TransposedConvolutionSpec : GroupedConvolutionSpec
{
    /// <summary>How many positions more come out at the end, axis by axis.</summary>
    public required EquatableArray<int> OutputPaddings { get; init; }

    /// <inheritdoc/>
    public override string Kind => "TransposedConvolution";

    private protected override string Noun => "transposed convolution";

    private protected override bool HasInputsFirst => true;

    /// <inheritdoc/>
    public override Shape OutputOf(EquatableArray<Shape> inputs) =>
        new(Units, [.. ExtentsOf(inputs[0]).Select(static extent => Math.Max(extent, 0))]);

    private protected override IEnumerable<LayerMistake> MistakesOfWindows(Shape input)
    {
        LayerMistake[] mistakes =
        [
            .. WindowMistakes.OfAxes(Windows, input, "convolves"),
            .. OutputPaddings.Distinct().SelectMany(static padding => NumberMistake.NotNegative(nameof(TransposedConvolutionAttribute.OutputPadding), padding)),
        ];
        return mistakes.Length > 0 ? mistakes
            : [.. Windows.Zip(OutputPaddings, static (window, padding) => OutputPaddingMistake(window, padding)).SelectMany(static of => of).Distinct(), .. SizeMistakes(input)];
    }

    private protected override EquatableArray<int> WeightShape(Shape input) =>
        new([input.Units, Units / GroupsOf(input), .. Windows.Select(static window => window.Kernel)]);

    // A unit sums the taps that a stride brings to its place, one of so many along each axis.
    private protected override WeightContext ContextOf(Shape input)
    {
        int columns = unchecked(Units / GroupsOf(input) * Taps);
        double strides = Windows.Aggregate(1.0, static (strides, window) => strides * Math.Max(window.Stride, 1));
        return new WeightContext(input.Units, columns, (double)input.Units / GroupsOf(input) * Taps / strides, columns, Activation);
    }

    // On average over positions: those that are a multiple of the stride apart get the same taps, others may get more or fewer.
    private protected override (double In, double Out) Coverage(Shape input)
    {
        int[] extents = [.. ExtentsOf(input)];
        double forward = 1;
        double backward = 1;
        for (int axis = 0; axis < Windows.Count; axis++)
        {
            Window window = Windows[axis];
            double taps = window.Taps(extents[axis], input[axis]);
            forward *= taps * window.Stride / ((double)extents[axis] * window.Kernel);
            backward *= taps / ((double)input[axis] * window.Kernel);
        }

        return (forward, backward);
    }

    // Of neighbours, a stride brings other taps to one than to the next: no theory is written.
    private protected override double SharedTaps(Shape input) => double.NaN;

    // Less than 1 where nothing comes out; 0 where it is not known.
    private IEnumerable<int> ExtentsOf(Shape input) =>
        Windows.Select((window, axis) => axis < input.Axes ? window.TransposedOutputOf(input[axis], OutputPaddings[axis]) : 0);

    // More would be positions that a larger input has values for.
    private static IEnumerable<ShapeMistake> OutputPaddingMistake(Window window, int padding)
    {
        int limit = Math.Max(window.Stride, window.Dilation);
        return padding < limit ? [] :
        [
            new(
                nameof(TransposedConvolutionAttribute.OutputPadding),
                $"has an output padding of {padding}, but a stride of {window.Stride} and a dilation of {window.Dilation}; use less than {limit}, the larger of them"),
        ];
    }

    private IEnumerable<ShapeMistake> SizeMistakes(Shape input) => ExtentsOf(input).All(static extent => extent > 0) ? [] :
    [
        new(
            nameof(TransposedConvolutionAttribute.Padding),
            $"gets {input}, of which its padding leaves {Units}×{string.Join("×", ExtentsOf(input).Select(static extent => Math.Max(extent, 0)))}; use less padding"),
    ];
}
