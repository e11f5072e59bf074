using System;

namespace InitGen.Initialization;

/// <summary>NonZeros weights a unit from N(0, StdDev²), at random places, the others 0.</summary>
/// <param name="NonZeros">How many weights of a unit are drawn; all, where it has fewer inputs.</param>
/// <param name="StdDev">The standard deviation of the weights that are drawn.</param>
public sealed record SparseWeights(int NonZeros, double StdDev) : WeightDistribution
{
    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => StdDev * StdDev * Math.Min(NonZeros, inputs) / inputs;
}
