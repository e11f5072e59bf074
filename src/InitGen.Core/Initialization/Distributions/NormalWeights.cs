namespace InitGen.Initialization;

/// <summary>Weights from N(0, StdDev²).</summary>
/// <param name="StdDev">The standard deviation.</param>
public sealed record NormalWeights(double StdDev) : WeightDistribution
{
    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => StdDev * StdDev;
}
