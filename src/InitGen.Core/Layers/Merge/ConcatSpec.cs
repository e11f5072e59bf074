using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Activations;
using InitGen.Propagation;

namespace InitGen.Layers;

/// <summary>The units of layers side by side, as declared by <see cref="ConcatAttribute"/>.</summary>
internal sealed record ConcatSpec : MergeSpec
{
    /// <inheritdoc/>
    public override string Kind => "Concat";

    /// <inheritdoc/>
    public override string Description => "side by side";

    /// <inheritdoc/>
    public override Shape OutputOf(EquatableArray<Shape> inputs) =>
        inputs[0].WithUnits((int)Math.Min(inputs.Sum(static shape => (long)shape.Units), int.MaxValue));

    /// <summary>A value of one of the layers, each as likely as it has units.</summary>
    /// <inheritdoc/>
    public override Signal PreActivation(ResolvedLayer layer, IReadOnlyList<Signal> inputs)
    {
        double mean = Average(layer, inputs, static signal => signal.Mean);
        double secondMoment = Average(layer, inputs, static signal => signal.RootMeanSquare * signal.RootMeanSquare);
        return new Signal(
            mean,
            Math.Sqrt(Math.Max(secondMoment - (mean * mean), 0)),
            Math.Sqrt(Average(layer, inputs, static signal => signal.Difference * signal.Difference)))
        {
            BetweenPositions = Math.Sqrt(Average(layer, inputs, static signal => signal.BetweenPositions * signal.BetweenPositions)),
            Law = LawOf(layer, inputs),
            IsAlike = inputs.Any(static input => input.IsAlike),
        };
    }

    /// <inheritdoc/>
    public override double GradientGain(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input) => 1;

    /// <inheritdoc/>
    public override double InheritedShare(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input, Signal preActivation)
    {
        double part = inputs[input].RootMeanSquare / preActivation.RootMeanSquare;
        return preActivation.RootMeanSquare == 0 ? 0 : part * part * layer.Inputs[input].Units / layer.Output.Units;
    }

    private protected override string? MistakeOf(EquatableArray<Shape> inputs) =>
        inputs.Count < 2 ? "puts nothing beside what comes in; name another layer"
        : inputs.Any(shape => shape.WithUnits(1) != inputs[0].WithUnits(1))
            ? $"puts {string.Join(" and ", inputs)} side by side; give all of them the same positions"
        : null;

    // Of layers of one activation: that of the average of their pre-activations.
    private SignalLaw? LawOf(ResolvedLayer layer, IReadOnlyList<Signal> inputs) =>
        inputs[0].Law is not { } law || inputs.Any(input => input.Law is not { } other || !IsSame(law.Function, other.Function)) ? null
        : law.IsNormal ? SignalLaw.Normal
        : new SignalLaw(law.Function, PreActivation(layer, [.. inputs.Select(static input => input.Law!.PreActivation)]));

    private static bool IsSame(ActivationFunction one, ActivationFunction other) =>
        one.GetType() == other.GetType() && one.NegativeSlope == other.NegativeSlope;

    private static double Average(ResolvedLayer layer, IReadOnlyList<Signal> inputs, Func<Signal, double> figure) =>
        inputs.Select((input, k) => figure(input) * layer.Inputs[k].Units).Sum() / layer.Output.Units;
}
