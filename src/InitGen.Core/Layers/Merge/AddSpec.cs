using System.Collections.Generic;
using System.Linq;
using InitGen.Propagation;

namespace InitGen.Layers;

/// <summary>A sum of layers as declared by <see cref="AddAttribute"/>: where a residual branch comes back.</summary>
internal sealed record AddSpec : MergeSpec
{
    /// <inheritdoc/>
    public override string Kind => "Add";

    /// <inheritdoc/>
    public override string Description => "sum";

    /// <inheritdoc/>
    public override Shape OutputOf(EquatableArray<Shape> inputs) => inputs[0];

    /// <summary>The sum of what is not correlated, as branches that mix what they get by weights of their own are not; of others,
    /// unknown.</summary>
    /// <inheritdoc/>
    public override Signal PreActivation(ResolvedLayer layer, IReadOnlyList<Signal> inputs)
    {
        int[] origins = [.. inputs.Where((_, k) => Times(layer, k) > 0).SelectMany(static input => input.Origins)];
        if (origins.Distinct().Count() < origins.Length)
        {
            return Signal.Unknown;
        }

        Signal sum = new(0, 0, 0) { BetweenPositions = 0 };
        for (int k = 0; k < inputs.Count; k++)
        {
            int times = Times(layer, k);
            sum = new Signal(
                sum.Mean + (times * inputs[k].Mean),
                SignalPropagation.Hypotenuse(sum.StdDev, times * inputs[k].StdDev),
                SignalPropagation.Hypotenuse(sum.Difference, times * inputs[k].Difference))
            {
                BetweenPositions = SignalPropagation.Hypotenuse(sum.BetweenPositions, times * inputs[k].BetweenPositions),
                IsAlike = sum.IsAlike || inputs[k].IsAlike,
            };
        }

        return sum with { Law = inputs.All(static input => input.Law is { IsNormal: true }) ? SignalLaw.Normal : null };
    }

    /// <inheritdoc/>
    public override double GradientGain(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input) => Times(layer, input);

    /// <inheritdoc/>
    public override double InheritedShare(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input, Signal preActivation)
    {
        double part = Times(layer, input) * inputs[input].StdDev / preActivation.StdDev;
        return preActivation.StdDev == 0 ? 0 : part * part;
    }

    private protected override string? MistakeOf(EquatableArray<Shape> inputs) =>
        inputs.Count < 2 ? "adds nothing to what comes in; name another layer"
        : inputs.Any(shape => shape != inputs[0]) ? $"adds {string.Join(" and ", inputs)}; give all of them one shape"
        : null;

    // How often what comes in by a place is added: all of it where it first stands.
    private static int Times(ResolvedLayer layer, int input) =>
        layer.From.Take(input).Contains(layer.From[input]) ? 0 : layer.From.Count(source => source == layer.From[input]);
}
