namespace InitGen.Initialization;

/// <summary>Weights from a normal distribution cut at two of its standard deviations, with standard deviation StdDev after the
/// cut.</summary>
/// <param name="StdDev">The standard deviation that the weights have.</param>
public sealed record TruncatedNormalWeights(double StdDev) : WeightDistribution
{
    /// <summary>The standard deviation of a standard normal variable given that it lies in [−2, 2], √(1 − 4·φ(2)/(2·Φ(2) − 1)): a normal
    /// distribution of standard deviation σ/0.8796… has standard deviation σ after the cut.</summary>
    public const double StdDevAfterCut = 0.87962566103423978;

    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => StdDev * StdDev;
}
