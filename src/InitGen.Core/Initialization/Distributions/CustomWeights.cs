namespace InitGen.Initialization;

/// <summary>The weights that a type of the user makes.</summary>
/// <param name="TypeName">The full name of the type, as code writes it.</param>
/// <param name="DeclaredVariance">The variance that it tells of its weights; NaN without.</param>
public sealed record CustomWeights(string TypeName, double DeclaredVariance) : WeightDistribution
{
    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => DeclaredVariance;

    /// <inheritdoc/>
    public override bool IsPredictable => !double.IsNaN(DeclaredVariance);
}
