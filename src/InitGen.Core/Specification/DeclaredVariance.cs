using InitGen.Initialization;

namespace InitGen.Specification;

/// <summary>The variance of a custom initializer's weights as declared by <see cref="WeightVarianceAttribute"/>, whose properties it
/// mirrors.</summary>
/// <param name="Variance"><inheritdoc cref="WeightVarianceAttribute.Variance" path="/summary"/></param>
/// <param name="FanMode"><inheritdoc cref="WeightVarianceAttribute.FanMode" path="/summary"/></param>
/// <param name="Mean"><inheritdoc cref="WeightVarianceAttribute.Mean" path="/summary"/></param>
internal sealed record DeclaredVariance(double Variance, FanMode FanMode, double Mean = 0)
{
    /// <summary>The variance of a weight of a layer.</summary>
    /// <param name="inputs">The layer's fan-in.</param>
    /// <param name="units">The layer's number of units.</param>
    public double Of(int inputs, int units) => FanMode == FanMode.Default ? Variance : Variance / Fan.Of(FanMode, inputs, units);
}
