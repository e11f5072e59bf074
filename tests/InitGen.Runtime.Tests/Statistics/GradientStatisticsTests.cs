using InitGen.Runtime.Tests.Kernels;

namespace InitGen.Runtime.Tests.Statistics;

public class GradientStatisticsTests
{
    [Fact]
    public void Merged_measurements_are_those_of_all_gradients()
    {
        float[] gradients = TestLayers.NormalValues(100, seed: 1);
        float[] ofWeights = TestLayers.NormalValues(60, seed: 2);
        GradientStatistics whole = Of(gradients, ofWeights, nonFinite: 5);

        GradientStatistics merged = Of(gradients[..30], ofWeights[..20], nonFinite: 2);
        merged.Merge(Of(gradients[30..], ofWeights[20..], nonFinite: 3));

        Assert.Equal(100, merged.Count);
        Assert.Equal(5, merged.NonFiniteCount);
        Assert.Equal(whole.Mean, merged.Mean, 1e-12);
        Assert.Equal(whole.StdDev, merged.StdDev, 1e-12);
        Assert.Equal(whole.LargestMagnitude, merged.LargestMagnitude);
        Assert.Equal(whole.WeightGradientStdDev, merged.WeightGradientStdDev, 1e-12);
    }

    private static GradientStatistics Of(float[] gradients, float[] ofWeights, int nonFinite)
    {
        GradientStatistics statistics = default;
        Assert.True(statistics.TryAdd(gradients));
        Assert.True(statistics.TryAddWeightGradients(ofWeights));
        statistics.AddNonFinite(nonFinite);
        return statistics;
    }
}
