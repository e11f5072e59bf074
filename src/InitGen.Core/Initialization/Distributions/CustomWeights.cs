namespace InitGen.Initialization;

/// <summary>The weights that a type of the user makes.</summary>
/// <param name="TypeName">The full name of the type, as code writes it.</param>
public sealed record CustomWeights(string TypeName) : WeightDistribution
{
    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => double.NaN;

    /// <inheritdoc/>
    public override bool IsPredictable => false;
}
