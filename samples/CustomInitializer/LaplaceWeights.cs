using MathNet.Numerics.Distributions;

namespace InitGen.Samples.CustomInitializer;

/// <summary>Weights from a Laplace distribution, of variance 1/n for n inputs, as LeCun's are.</summary>
[WeightVariance(1, FanMode.In)]
public sealed class LaplaceWeights : IWeightInitializer
{
    /// <inheritdoc/>
    public static void Initialize(Span<float> weights, WeightShape shape, ref PhiloxStream random)
    {
        double scale = Math.Sqrt(1.0 / shape.Inputs / 2); // a Laplace distribution of scale b has the variance 2·b²
        PhiloxRandomSource source = new(random);
        foreach (ref float weight in weights)
        {
            weight = (float)Laplace.Sample(source, 0, scale);
        }
    }
}
