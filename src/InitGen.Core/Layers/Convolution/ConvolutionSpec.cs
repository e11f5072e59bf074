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
        return new WeightContext(Units, columns, columns, (double)Units / Positive(Groups) * Taps, Activation)
        {
            Kernel = new(new EquatableArray<int>(Windows.Select(static window => window.Kernel)), Positive(Groups)),
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

    // While a number is typed it can be anything.
    private static int Positive(int number) => number < 1 ? 1 : number;

    private IEnumerable<ShapeMistake> GroupMistakes(int channels) =>
        Groups < 1 ? []
        : channels % Groups != 0 ? [new(nameof(ConvolutionAttribute.Groups), $"has {Groups} groups, which do not divide the {channels} channels that come in; use a number that divides both")]
        : Units % Groups != 0 ? [new(nameof(ConvolutionAttribute.Groups), $"has {Groups} groups, which do not divide its {Units} channels; use a number that divides both")]
        : [];
}
