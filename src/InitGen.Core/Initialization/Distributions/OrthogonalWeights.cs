using System;

namespace InitGen.Initialization;

/// <summary>A random matrix with orthonormal rows (or columns, where they are shorter), times the gain.</summary>
/// <param name="Gain">The gain.</param>
public sealed record OrthogonalWeights(double Gain) : WeightDistribution
{
    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => Gain * Gain / Math.Max(inputs, units);
}
