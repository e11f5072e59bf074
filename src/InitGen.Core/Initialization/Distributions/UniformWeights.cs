namespace InitGen.Initialization;

/// <summary>Weights from U(−Limit, Limit).</summary>
/// <param name="Limit">The bound.</param>
public sealed record UniformWeights(double Limit) : WeightDistribution
{
    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => Limit * Limit / 3;
}
