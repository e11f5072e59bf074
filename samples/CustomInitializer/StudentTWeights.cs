using MathNet.Numerics.Distributions;

namespace InitGen.Samples.CustomInitializer;

/// <summary>Weights from Student's t distribution with five degrees of freedom, most of them small and a few large; of variance 2/n for n
/// inputs, as He's are.</summary>
[WeightVariance(2, FanMode.In)]
public sealed class StudentTWeights : IWeightInitializer
{
    private const double Freedom = 5;

    /// <inheritdoc/>
    public static void Initialize(Span<float> weights, WeightShape shape, ref PhiloxStream random)
    {
        double scale = Math.Sqrt(2.0 / shape.Inputs * (Freedom - 2) / Freedom); // of scale s, it has the variance s²·ν/(ν − 2)
        PhiloxRandomSource source = new(random);
        foreach (ref float weight in weights)
        {
            weight = (float)StudentT.Sample(source, 0, scale, Freedom);
        }
    }
}
