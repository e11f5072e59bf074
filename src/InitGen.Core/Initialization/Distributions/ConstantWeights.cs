namespace InitGen.Initialization;

/// <summary>All weights have one value.</summary>
/// <param name="Value">The value.</param>
public sealed record ConstantWeights(double Value) : WeightDistribution
{
    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => 0;

    /// <inheritdoc/>
    public override bool IsPredictable => Value == 0;
}
