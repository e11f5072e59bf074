using System;

namespace InitGen;

/// <summary>Tells the variance of the weights that a custom initializer draws, so that the signal is predicted after it too. The weights
/// must be independent, and of mean 0 unless <see cref="Mean"/> says otherwise; without this attribute, nothing is predicted after a custom
/// initializer.</summary>
/// <param name="variance">The variance of a weight, or the number that is divided by a fan; positive. (A standard deviation s has the
/// variance s · s.)</param>
/// <param name="fanMode">Which fan it is divided by: <c>[WeightVariance(2, FanMode.In)]</c> is the variance 2/n of He et al.
/// <see cref="FanMode.Default"/> is none: the variance does not depend on the layer's shape.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class WeightVarianceAttribute(double variance, FanMode fanMode = FanMode.Default) : Attribute
{
    /// <summary>The variance of a weight, or the number that is divided by a fan.</summary>
    public double Variance { get; } = variance;

    /// <summary>Which fan it is divided by; <see cref="FanMode.Default"/> is none.</summary>
    public FanMode FanMode { get; } = fanMode;

    /// <summary>The mean of a weight; 0 where nothing is said. Weights of another mean share what all of them pass on, so that of two such
    /// layers one behind the other only the first is predicted.</summary>
    public double Mean { get; set; }
}
