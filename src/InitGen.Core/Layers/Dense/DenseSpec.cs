using System.Collections.Generic;
using InitGen.Initialization;
using InitGen.Propagation;

namespace InitGen.Layers;

/// <summary>A fully connected layer as declared by <see cref="DenseAttribute"/>, whose properties it mirrors.</summary>
internal sealed record DenseSpec : WeightedSpec
{
    /// <inheritdoc cref="DenseAttribute.Units"/>
    public required int Units { get; init; }

    /// <inheritdoc/>
    public override string Kind => "Dense";

    /// <inheritdoc/>
    public override string Description => "";

    /// <inheritdoc/>
    public override string SizeArgument => nameof(Units);

    /// <inheritdoc/>
    public override Shape OutputOf(EquatableArray<Shape> inputs) => new(Units);

    /// <inheritdoc/>
    public override IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
    [
        .. SizeMistake.Unless1(nameof(Units), "The number of units", Units),
        .. base.Mistakes(inputs),
        .. inputs[0].Axes == 0 ? (LayerMistake[])[]
            : [new ShapeMistake("", $"gets {inputs[0]}, but is connected to a vector; put a [Flatten] layer, or [GlobalAvgPool], in front of it")],
    ];

    /// <inheritdoc/>
    public override (double Inputs, double Passed) TangentTerm(ResolvedLayer layer, IReadOnlyList<Signal> inputs) =>
        (layer.Input.Units, layer.Input.Units * SecondMoment(layer.Weights!, inputs[0]));

    private protected override int UnitsOf(Shape input) => Units;

    private protected override EquatableArray<int> WeightShape(Shape input) => new([Units, input.Units]);

    private protected override WeightContext ContextOf(Shape input) => new(input.Units, Units, Activation);
}
