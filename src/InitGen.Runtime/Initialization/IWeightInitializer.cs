using System;

namespace InitGen;

/// <summary>An initializer of the user's own, named by <see cref="WeightedLayerAttribute.Initializer"/> of a layer with
/// <see cref="Init.Custom"/>. With <see cref="WeightVarianceAttribute"/> it tells the variance of its weights, from which the signal is
/// predicted.</summary>
public interface IWeightInitializer
{
    /// <summary>Writes all weights of a layer.</summary>
    /// <param name="weights">The weights, [units x inputs] row-major.</param>
    /// <param name="shape">Their shape.</param>
    /// <param name="random">Random numbers that depend on the seed and the layer's name alone.</param>
    static abstract void Initialize(Span<float> weights, WeightShape shape, ref PhiloxStream random);
}
