using MathNet.Numerics.Distributions;

namespace InitGen.Samples.CustomInitializer;

/// <summary>Weights from a Laplace distribution of standard deviation 0.01, whatever the layer.</summary>
[WeightVariance(StdDev * StdDev)]
public sealed class SmallLaplaceWeights : IWeightInitializer
{
    private const double StdDev = 0.01;

    /// <inheritdoc/>
    public static void Initialize(Span<float> weights, WeightShape shape, ref PhiloxStream random)
    {
        PhiloxRandomSource source = new(random);
        foreach (ref float weight in weights)
        {
            weight = (float)Laplace.Sample(source, 0, StdDev / Math.Sqrt(2));
        }
    }
}
