using System;
using System.Linq;
using InitGen.Initialization;
using MathNet.Numerics.Distributions;

namespace InitGen.Runtime.Tests.Initialization;

public class DistributionTests
{
    private const int Count = 1_000_000;
    private const double HalfMass = 0.47724986805182079; // Φ(2) − 1/2
    private const double TruncatedStdDev = 0.87962566103423978;

    [Fact]
    public void Normal_weights_are_normal()
    {
        float[] weights = Draw(weights => Initializers.Normal(weights, 0.5, 0.2, 11, 12));
        HasMoments(weights, 0.5, 0.2, 3);
        Assert.True(KolmogorovSmirnov.Accepts(weights, x => Normal.CDF(0.5, 0.2, x)));
    }

    [Fact]
    public void Uniform_weights_are_uniform()
    {
        float[] weights = Draw(weights => Initializers.Uniform(weights, 0.3, 13, 14));
        HasMoments(weights, 0, 0.3 / Math.Sqrt(3), 1.8);
        Assert.True(KolmogorovSmirnov.Accepts(weights, x => ContinuousUniform.CDF(-0.3, 0.3, x)));
        Assert.DoesNotContain(weights, weight => weight == 0 || Math.Abs(weight) >= 0.3f);
    }

    [Fact]
    public void Truncated_weights_are_a_cut_normal_of_the_standard_deviation_asked_for()
    {
        float[] weights = Draw(weights => Initializers.TruncatedNormal(weights, 0.5, 0.2, 15, 16));
        HasMoments(weights, 0.5, 0.2, 2.06);
        Assert.True(KolmogorovSmirnov.Accepts(weights, x => CutNormalCdf((x - 0.5) / 0.2 * TruncatedStdDev)));
        Assert.DoesNotContain(weights, weight => Math.Abs(weight - 0.5) > 0.4 / TruncatedStdDev);
    }

    [Fact]
    public void Tails_of_normal_weights_are_as_heavy_as_they_should_be()
    {
        var weights = new float[Count];
        var counts = new int[6];
        for (ulong stream = 0; stream < 20; stream++)
        {
            Initializers.Normal(weights, 0, 1, 17, stream);
            foreach (float weight in weights)
            {
                counts[Math.Min(5, (int)Math.Abs(weight))]++;
            }
        }

        for (int sigmas = 2; sigmas <= 5; sigmas++)
        {
            double expected = 20.0 * Count * 2 * Normal.CDF(0, 1, -sigmas);
            Assert.InRange(counts[sigmas..].Sum(), expected - (4 * Math.Sqrt(expected)), expected + (4 * Math.Sqrt(expected)));
        }
    }

    [Fact]
    public void Every_truncated_number_is_within_2_and_where_the_distribution_has_it()
    {
        const int Words = 1 << 20;
        var weights = new float[Words];
        for (int i = 0; i < Words; i++)
        {
            uint word = i == Words - 1 ? int.MaxValue : ((uint)i << 11) | 1;
            weights[i] = Standard(word);
            Assert.Equal(-weights[i], Standard(0 - word));
            Assert.InRange(Normal.CDF(0, 1, weights[i]) - 0.5 - (HalfMass * word / (1U << 31)), -1e-7, 1e-7);
        }

        Assert.InRange(weights[^1], 1.999998f, MathF.BitDecrement(2));
        Assert.True(weights.Order().SequenceEqual(weights));
    }

    [Fact]
    public void Weights_next_to_each_other_are_uncorrelated()
    {
        float[] weights = Draw(weights => Initializers.Normal(weights, 0, 1, 18, 19));
        foreach (int distance in new[] { 1, 2, 8, 15, 16, 17, 32, 48, 63, 64, 128, 500 })
        {
            double correlation = Enumerable.Range(0, Count - distance).Average(i => (double)weights[i] * weights[i + distance]);
            double ofSquares = Enumerable.Range(0, Count - distance)
                .Average(i => ((double)weights[i] * weights[i] - 1) * ((double)weights[i + distance] * weights[i + distance] - 1));
            Assert.InRange(correlation, -0.004, 0.004);
            Assert.InRange(ofSquares, -0.008, 0.008);
        }
    }

    [Theory]
    [InlineData(nameof(Initializers.XavierNormal), 2.0 / (300 + 200))]
    [InlineData(nameof(Initializers.HeNormal), 2.0 / 300)]
    [InlineData(nameof(Initializers.LeCunNormal), 1.0 / 300)]
    public void A_normal_family_is_normal_with_the_variance_of_its_paper(string name, double variance)
    {
        float[] weights = Family(name, 300, 200, 1.5);
        double stdDev = 1.5 * Math.Sqrt(variance);
        HasMoments(weights, 0, stdDev, 3);
        Assert.True(KolmogorovSmirnov.Accepts(weights, x => Normal.CDF(0, stdDev, x)));

        float[] same = new float[Count];
        Initializers.Normal(same, 0, stdDev, 21, 22);
        Assert.Equal(same, weights);
    }

    [Theory]
    [InlineData(nameof(Initializers.XavierUniform), 6.0 / (300 + 200))]
    [InlineData(nameof(Initializers.HeUniform), 6.0 / 300)]
    [InlineData(nameof(Initializers.LeCunUniform), 3.0 / 300)]
    public void A_uniform_family_is_uniform_with_the_bound_of_its_paper(string name, double squaredLimit)
    {
        float[] weights = Family(name, 300, 200, 1.5);
        double limit = 1.5 * Math.Sqrt(squaredLimit);
        HasMoments(weights, 0, limit / Math.Sqrt(3), 1.8);
        Assert.True(KolmogorovSmirnov.Accepts(weights, x => ContinuousUniform.CDF(-limit, limit, x)));
    }

    [Fact]
    public void Constants_are_constant()
    {
        Assert.DoesNotContain(Draw(weights => Initializers.Constant(weights, 0.1)), weight => weight != 0.1f);
        float[] weights = [1, 2, 3];
        Initializers.Zeros(weights);
        Assert.Equal([0, 0, 0], weights);
    }

    [Fact]
    public void Nothing_is_random_without_a_spread()
    {
        Assert.DoesNotContain(Draw(weights => Initializers.Normal(weights, 2, 0, 1, 2)), weight => weight != 2);
        Assert.DoesNotContain(Draw(weights => Initializers.Uniform(weights, 0, 1, 2)), weight => weight != 0);
    }

    [Fact]
    public void The_widest_spread_makes_finite_weights()
    {
        Assert.DoesNotContain(Draw(weights => Initializers.Normal(weights, 1e30, 1e30, 1, 2)), weight => !float.IsFinite(weight));
        Assert.DoesNotContain(Draw(weights => Initializers.TruncatedNormal(weights, 1e30, 1e30, 1, 2)), weight => !float.IsFinite(weight));
    }

    private static float[] Family(string name, int fanIn, int fanOut, double gain) => Draw(weights =>
    {
        switch (name)
        {
            case nameof(Initializers.XavierNormal):
                Initializers.XavierNormal(weights, fanIn, fanOut, gain, 21, 22);
                break;
            case nameof(Initializers.XavierUniform):
                Initializers.XavierUniform(weights, fanIn, fanOut, gain, 21, 22);
                break;
            case nameof(Initializers.HeNormal):
                Initializers.HeNormal(weights, fanIn, fanOut, gain, 21, 22);
                break;
            case nameof(Initializers.HeUniform):
                Initializers.HeUniform(weights, fanIn, fanOut, gain, 21, 22);
                break;
            case nameof(Initializers.LeCunNormal):
                Initializers.LeCunNormal(weights, fanIn, fanOut, gain, 21, 22);
                break;
            default:
                Initializers.LeCunUniform(weights, fanIn, fanOut, gain, 21, 22);
                break;
        }
    });

    private static float[] Draw(Action<float[]> initialize)
    {
        var weights = new float[Count];
        initialize(weights);
        return weights;
    }

    private static float Standard(uint word) =>
        new TruncatedNormalSampler(0, 1).Sample<Lanes.ScalarLane, float, uint>(word, 0).First;

    private static double CutNormalCdf(double z) => Math.Clamp((Normal.CDF(0, 1, z) - 0.5 + HalfMass) / (2 * HalfMass), 0, 1);

    /// <summary>Mean and standard deviation to 4 of their standard errors, which follow from the kurtosis.</summary>
    private static void HasMoments(float[] weights, double mean, double stdDev, double kurtosis)
    {
        double sampleMean = weights.Average(weight => (double)weight);
        double sampleStdDev = Math.Sqrt(weights.Average(weight => Math.Pow(weight - sampleMean, 2)));
        Assert.InRange(sampleMean, mean - (4 * stdDev / Math.Sqrt(Count)), mean + (4 * stdDev / Math.Sqrt(Count)));
        double relativeError = 4 * Math.Sqrt((kurtosis - 1) / 4 / Count);
        Assert.InRange(sampleStdDev / stdDev, 1 - relativeError, 1 + relativeError);
    }
}
