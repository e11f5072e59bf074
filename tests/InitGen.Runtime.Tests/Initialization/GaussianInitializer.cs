using System;

namespace InitGen.Runtime.Tests.Initialization;

/// <summary>An initializer of a user's own, which draws one number after the other.</summary>
internal sealed class GaussianInitializer : IWeightInitializer
{
    public static void Initialize(Span<float> weights, WeightShape shape, ref PhiloxStream random)
    {
        foreach (ref float weight in weights)
        {
            weight = random.NextGaussian() / shape.Inputs;
        }
    }
}
