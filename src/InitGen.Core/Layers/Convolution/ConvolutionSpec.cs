using System.Collections.Generic;
using System.Linq;
using InitGen.Initialization;
using InitGen.Wording;

namespace InitGen.Layers;

/// <summary>A convolution along one to three axes, as declared by a <see cref="ConvolutionAttribute"/>.</summary>
internal sealed record ConvolutionSpec : WeightedSpec
{
    /// <summary>How the kernel moves along each axis.</summary>
    public required EquatableArray<Window> Windows { get; init; }

    /// <summary>The number of groups.</summary>
    public int Groups { get; init; } = 1;

    /// <inheritdoc/>
    public override string Kind => "Convolution";

    /// <inheritdoc/>
    public override string Description => $"{Windows.KernelText()} convolution{(Groups == 1 ? "" : $" in {NumberText.Of((long)Groups)} groups")}";

    /// <inheritdoc/>
    public override string SizeArgument => nameof(ConvolutionAttribute.Channels);

    private int Taps => Windows.Aggregate(1, static (taps, window) => taps * window.Kernel);

    /// <inheritdoc/>
    public override Shape OutputOf(EquatableArray<Shape> inputs) => inputs[0].Through(Windows).WithUnits(Units);

    /// <inheritdoc/>
    public override IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
    [
        .. base.Mistakes(inputs),
        .. SizeMistake.Unless1(nameof(ConvolutionAttribute.Groups), "The number of groups", Groups),
        .. WindowMistakes.Of(Windows, inputs[0], "convolves"),
        .. GroupMistakes(inputs[0].Units),
    ];

    private protected override EquatableArray<int> WeightShape(Shape input) =>
        new([Units, input.Units / Positive(Groups), .. Windows.Select(static window => window.Kernel)]);

    private protected override WeightContext ContextOf(Shape input)
    {
        int columns = unchecked(input.Units / Positive(Groups) * Taps);
        return new WeightContext(Units, columns, columns, (double)Units / Positive(Groups) * Taps, Activation);
    }

    // Exact where the mean square of what comes in is the same at all positions.
    private protected override (double In, double Out) Coverage(Shape input)
    {
        double forward = 1;
        double backward = 1;
        for (int axis = 0; axis < Windows.Count; axis++)
        {
            double taps = Windows[axis].Taps(input[axis]);
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

    // While a number is typed it can be anything.
    private static int Positive(int number) => number < 1 ? 1 : number;

    private IEnumerable<ShapeMistake> GroupMistakes(int channels) =>
        Groups < 1 ? []
        : channels % Groups != 0 ? [new(nameof(ConvolutionAttribute.Groups), $"has {Groups} groups, which do not divide the {channels} channels that come in; use a number that divides both")]
        : Units % Groups != 0 ? [new(nameof(ConvolutionAttribute.Groups), $"has {Groups} groups, which do not divide its {Units} channels; use a number that divides both")]
        : [];
}
