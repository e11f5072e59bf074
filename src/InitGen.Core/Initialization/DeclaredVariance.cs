
namespace InitGen.Initialization;

/// <summary>The variance of a custom initializer's weights as declared by <see cref="WeightVarianceAttribute"/>, whose properties it
/// mirrors.</summary>
/// <param name="Variance"><inheritdoc cref="WeightVarianceAttribute.Variance" path="/summary"/></param>
/// <param name="FanMode"><inheritdoc cref="WeightVarianceAttribute.FanMode" path="/summary"/></param>
/// <param name="Mean"><inheritdoc cref="WeightVarianceAttribute.Mean" path="/summary"/></param>
internal sealed record DeclaredVariance(double Variance, FanMode FanMode, double Mean = 0)
{
    /// <summary>The variance of a weight of a layer.</summary>
    /// <param name="context">What is known of the weights.</param>
    public double Of(WeightContext context) =>
        FanMode == FanMode.Default ? Variance : Variance / Fan.Of(FanMode, context.FanIn, context.FanOut);
}
