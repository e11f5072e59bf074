namespace InitGen.Initialization;

/// <summary>What the weights of one layer are drawn from, with all constants known. Each initializer comes down to one of these.</summary>
public abstract record WeightDistribution
{
    private protected WeightDistribution()
    {
    }

    /// <summary>The exact variance of one sampled weight; NaN where nothing is known (custom initializers that do not tell it).</summary>
    /// <param name="inputs">The layer's fan-in.</param>
    /// <param name="units">The layer's number of units.</param>
    public abstract double Variance(int inputs, int units);

    /// <summary>Whether the weights are independent draws with mean 0 (or all 0), so that mean-field theory predicts the signal.</summary>
    public virtual bool IsPredictable => true;
}
