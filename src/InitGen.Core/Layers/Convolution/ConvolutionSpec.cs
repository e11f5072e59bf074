using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Initialization;
using InitGen.Wording;

namespace InitGen.Layers;

/// <summary>A convolution along one to three axes, as declared by a <see cref="ConvolutionAttribute"/>.</summary>
internal abstract record ConvolutionSpec : WeightedSpec
{
    /// <summary>How the kernel moves along each axis.</summary>
    public required EquatableArray<Window> Windows { get; init; }

    private protected int Taps => Windows.Aggregate(1, static (taps, window) => taps * window.Kernel);

    /// <summary>The number of groups that channels are divided into, at least 1.</summary>
    /// <param name="input">The shape of what comes in.</param>
    public abstract int GroupsOf(Shape input);

    /// <inheritdoc/>
    public override Shape OutputOf(EquatableArray<Shape> inputs) => inputs[0].Through(Windows).WithUnits(UnitsOf(inputs[0]));

    /// <inheritdoc/>
    public override IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
        [.. base.Mistakes(inputs), .. MistakesOfWindows(inputs[0])];

    private protected virtual IEnumerable<LayerMistake> MistakesOfWindows(Shape input) => WindowMistakes.Of(Windows, input, "convolves");

    private protected override EquatableArray<int> WeightShape(Shape input) =>
        new([UnitsOf(input), input.Units / GroupsOf(input), .. Windows.Select(static window => window.Kernel)]);

    private protected override WeightContext ContextOf(Shape input)
    {
        int columns = unchecked(input.Units / GroupsOf(input) * Taps);
        return new WeightContext(UnitsOf(input), columns, columns, (double)UnitsOf(input) / GroupsOf(input) * Taps, Activation)
        {
            Kernel = new(new EquatableArray<int>(Windows.Select(static window => window.Kernel)), GroupsOf(input)),
        };
    }

    // Exact where the mean square of what comes in is the same at all positions.
    private protected override (double In, double Out) Coverage(Shape input)
    {
        double forward = 1;
        double backward = 1;
        bool isMiddle = InitializerDefinition.Of(Weights.Init) is MiddleTapInitializer;
        for (int axis = 0; axis < Windows.Count; axis++)
        {
            // Of weights that are 0 elsewhere, only the tap in the middle counts, for all of them.
            Window window = Windows[axis];
            double taps = isMiddle ? (double)window.Kernel * window.MiddleTaps(input[axis]) : window.Taps(input[axis]);
            forward *= taps / ((double)Windows[axis].OutputOf(input[axis]) * Windows[axis].Kernel);
            backward *= taps / ((double)input[axis] * Windows[axis].Kernel);
        }

        return (forward, backward);
    }

    // Of neighbours along one axis, along two and so on, each as often as there are.
    private protected override double SharedTaps(Shape input)
    {
        double sum = 1;
        double pairs = 1;
        for (int axis = 0; axis < Windows.Count; axis++)
        {
            if (Windows[axis].OutputOf(input[axis]) > 1)
            {
                sum *= 1 + Windows[axis].SharedTaps(input[axis]);
                pairs *= 2;
            }
        }

        return pairs == 1 ? 1 : (sum - 1) / (pairs - 1);
    }
}

/// <summary>A convolution that says how many channels come out, as declared by a <see cref="GroupedConvolutionAttribute"/>.</summary>
internal record GroupedConvolutionSpec : ConvolutionSpec
{
    /// <summary>The number of units, the channels that come out.</summary>
    public required int Units { get; init; }

    /// <summary>The number of groups.</summary>
    public int Groups { get; init; } = 1;

    /// <inheritdoc/>
    public override string Kind => "Convolution";

    /// <inheritdoc/>
    public override string Description => $"{Windows.KernelText()} {Noun}{(Groups == 1 ? "" : $" in {NumberText.Of((long)Groups)} groups")}";

    private protected virtual string Noun => "convolution";

    /// <inheritdoc/>
    public sealed override string SizeArgument => nameof(GroupedConvolutionAttribute.Channels);

    /// <inheritdoc/>
    public sealed override int GroupsOf(Shape input) => Math.Max(Groups, 1); // while it is typed it can be anything

    /// <inheritdoc/>
    public sealed override IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
    [
        .. SizeMistake.Unless1(nameof(GroupedConvolutionAttribute.Channels), "The number of channels", Units),
        .. SizeMistake.Unless1(nameof(GroupedConvolutionAttribute.Groups), "The number of groups", Groups),
        .. base.Mistakes(inputs),
        .. GroupMistakes(inputs[0].Units),
    ];

    private protected sealed override int UnitsOf(Shape input) => Units;

    private IEnumerable<ShapeMistake> GroupMistakes(int channels) =>
        Groups < 1 ? []
        : channels % Groups != 0 ? [new(nameof(GroupedConvolutionAttribute.Groups), $"has {Groups} groups, which do not divide the {channels} channels that come in; use a number that divides both")]
        : Units % Groups != 0 ? [new(nameof(GroupedConvolutionAttribute.Groups), $"has {Groups} groups, which do not divide its {Units} channels; use a number that divides both")]
        : [];
}

/// <summary>A convolution of each channel by itself, as declared by a <see cref="DepthwiseConvolutionAttribute"/>: one whose groups are the
/// channels that come in.</summary>
internal sealed record DepthwiseConvolutionSpec : ConvolutionSpec
{
    /// <inheritdoc cref="DepthwiseConvolutionAttribute.Multiplier"/>
    public int Multiplier { get; init; } = 1;

    /// <inheritdoc/>
    public override string Kind => "DepthwiseConvolution";

    /// <inheritdoc/>
    public override string Description => $"{Windows.KernelText()} depthwise convolution";

    /// <inheritdoc/>
    public override string SizeArgument => nameof(DepthwiseConvolutionAttribute.Multiplier);

    /// <inheritdoc/>
    public override int GroupsOf(Shape input) => Math.Max(input.Units, 1);

    /// <inheritdoc/>
    public override IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
        [.. SizeMistake.Unless1(nameof(DepthwiseConvolutionAttribute.Multiplier), "The multiplier", Multiplier), .. base.Mistakes(inputs)];

    private protected override int UnitsOf(Shape input) => (int)Math.Min((long)input.Units * Math.Max(Multiplier, 1), int.MaxValue);
}
