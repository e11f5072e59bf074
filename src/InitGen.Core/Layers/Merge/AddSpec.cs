using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Propagation;
using InitGen.Wording;

namespace InitGen.Layers;

/// <summary>A sum of layers as declared by <see cref="AddAttribute"/>: where a residual branch comes back.</summary>
internal sealed record AddSpec : MergeSpec
{
    /// <summary>A factor on the first of what comes in; minus infinity for <see cref="Scale.PerDepth"/>, while the network is read.</summary>
    public double BranchScale { get; init; } = 1;

    /// <inheritdoc/>
    public override string Kind => "Add";

    /// <inheritdoc/>
    public override string Description => BranchScale == 1 ? "sum" : $"sum with {NumberText.Of(BranchScale)} times the branch";

    /// <inheritdoc/>
    public override Shape OutputOf(EquatableArray<Shape> inputs) => inputs[0];

    /// <summary>The sum of what is not correlated, as branches that mix what they get by weights of their own are not; of others,
    /// unknown.</summary>
    /// <inheritdoc/>
    public override Signal PreActivation(ResolvedLayer layer, IReadOnlyList<Signal> inputs)
    {
        int[] origins = [.. inputs.Where((_, k) => Factor(layer, k) != 0).SelectMany(static input => input.Origins)];
        if (origins.Distinct().Count() < origins.Length)
        {
            return Signal.Unknown;
        }

        Signal sum = new(0, 0, 0) { BetweenPositions = 0 };
        for (int k = 0; k < inputs.Count; k++)
        {
            double factor = Factor(layer, k);
            if (factor == 0)
            {
                continue;
            }

            sum = new Signal(
                sum.Mean + (factor * inputs[k].Mean),
                SignalPropagation.Hypotenuse(sum.StdDev, factor * inputs[k].StdDev),
                SignalPropagation.Hypotenuse(sum.Difference, factor * inputs[k].Difference))
            {
                BetweenPositions = SignalPropagation.Hypotenuse(sum.BetweenPositions, factor * inputs[k].BetweenPositions),
                IsAlike = sum.IsAlike || inputs[k].IsAlike,
            };
        }

        return sum with { Law = LawOf(layer, inputs, sum) };
    }

    // Normal where all parts are; by points where one is not.
    private SignalLaw? LawOf(ResolvedLayer layer, IReadOnlyList<Signal> inputs, Signal sum)
    {
        int[] others = [.. Enumerable.Range(0, inputs.Count).Where(k => Factor(layer, k) != 0 && inputs[k].Law is not { IsNormal: true })];
        if (others.Length == 0)
        {
            return SignalLaw.Normal;
        }

        int other = others[0];
        double mean = Factor(layer, other) * inputs[other].Mean;
        double stdDev = Factor(layer, other) * inputs[other].StdDev;
        double rest = Math.Sqrt(Math.Max((sum.StdDev * sum.StdDev) - (stdDev * stdDev), 0));
        return others.Length == 1 && rest > 0 && !double.IsInfinity(sum.StdDev) && inputs[other].Law?.Values is { } values
            ? new SignalLaw(values.At(mean, stdDev).Plus(sum.Mean - mean, rest, layer.Activation.Function.Kinks))
            : null;
    }

    /// <inheritdoc/>
    public override double GradientGain(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input) => Math.Abs(Factor(layer, input));

    /// <inheritdoc/>
    public override double InheritedShare(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input, Signal preActivation)
    {
        double part = Factor(layer, input) * inputs[input].StdDev / preActivation.StdDev;
        return preActivation.StdDev == 0 ? 0 : part * part;
    }

    private protected override IEnumerable<LayerMistake> OtherMistakes => NumberMistake.AnyFloat(nameof(BranchScale), BranchScale);

    private protected override string? MistakeOf(EquatableArray<Shape> inputs) =>
        inputs.Count < 2 ? "adds nothing to what comes in; name another layer"
        : inputs.Any(shape => shape != inputs[0]) ? $"adds {string.Join(" and ", inputs)}; give all of them one shape"
        : null;

    // What comes in by a place is added this many times: all of it where it first stands.
    private double Factor(ResolvedLayer layer, int input) =>
        layer.From.Take(input).Contains(layer.From[input]) ? 0
        : Enumerable.Range(input, layer.From.Count - input).Where(place => layer.From[place] == layer.From[input]).Sum(place => place == 0 ? BranchScale : 1);
}
