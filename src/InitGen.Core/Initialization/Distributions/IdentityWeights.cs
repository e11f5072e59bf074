using System;

namespace InitGen.Initialization;

/// <summary>The identity matrix.</summary>
public sealed record IdentityWeights : WeightDistribution
{
    /// <summary>The variance over the entries of the matrix, p − p² where the fraction p of them is 1.</summary>
    /// <inheritdoc/>
    public override double Variance(int inputs, int units)
    {
        double ones = Math.Min(inputs, units) / ((double)inputs * units);
        return ones - (ones * ones);
    }

    /// <inheritdoc/>
    public override bool IsPredictable => false;
}
