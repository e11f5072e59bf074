using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Runtime.Tests.Kernels;
using InitGen.Statistics;

namespace InitGen.Runtime.Tests.Statistics;

public class AdversarialMomentsTests
{
    private static readonly Dictionary<string, float[]> Populations = new()
    {
        ["one value"] = [1.1f],
        ["one of the smallest"] = [float.Epsilon],
        ["zeros of both signs"] = [0f, -0f, -0f, 0f, 0f],
        ["denormals"] = [.. Enumerable.Range(-500, 1300).Select(i => i * float.Epsilon)],
        ["steps of the last place on a huge mean"] = [.. Enumerable.Range(0, 4001).Select(i => 16777216f + (2 * (i % 3)))],
        ["one step of the last place among many equal ones"] = [.. Enumerable.Repeat(3e37f, 5000), MathF.BitIncrement(3e37f)],
        ["two heaps that are far apart"] = [.. Enumerable.Range(0, 3000).Select(i => (i % 2 == 0 ? 1e6f : -1e6f) + (i % 5 * 0.0625f))],
        ["an outlier in front"] = [-1e30f, .. TestLayers.NormalValues(2000, seed: 1)],
        ["an outlier at the end"] = [.. TestLayers.NormalValues(2000, seed: 2), 1e30f],
        ["a zero in front of a huge mean"] = [0, .. Enumerable.Range(0, 5000).Select(i => 1e7f + (i % 7))],
        ["all magnitudes"] = [.. Enumerable.Range(-149, 277).SelectMany(i => new[] { MathF.ScaleB(1, i), -MathF.ScaleB(1, i) / 3 })],
        ["the largest and the smallest"] = [float.MaxValue, float.Epsilon, float.MinValue, -float.Epsilon, float.MaxValue],
        ["a drift"] = [.. Enumerable.Range(0, 6000).Select(i => 1e5f + (i * 0.01f))],
        ["normal numbers"] = TestLayers.NormalValues(10_000, seed: 3),
    };

    public static TheoryData<string> Names => [.. Populations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Figures_are_exact_to_seven_digits_in_any_order_of_values_and_blocks(string name)
    {
        float[] values = Populations[name];
        (double mean, double stdDev) = ExactMoments.Of(values);
        foreach (float[] order in Orders(values))
        {
            foreach (int size in new[] { 1, 3, 64, 501, values.Length })
            {
                Moments[] blocks = [.. order.Chunk(size).Select(Of)];
                Check(Added(order, size));
                Check(Merged(blocks));
                Check(Merged([.. blocks.Reverse()]));
                Check(InPairs(blocks));
            }
        }

        void Check(Moments moments)
        {
            Assert.Equal(values.Length, moments.Count);
            Assert.Equal(mean, moments.Mean, 1e-14 * (Math.Abs(mean) + stdDev) * Math.Sqrt(values.Length));
            Assert.Equal(stdDev, moments.StdDev, 1e-7 * stdDev);
        }
    }

    [Theory]
    [InlineData(new[] { 1f, 2, 3, 4 }, 2.5, 1.1180339887498949)]
    [InlineData(new[] { float.MaxValue, float.MinValue }, 0, float.MaxValue)]
    [InlineData(new[] { 0, float.Epsilon }, float.Epsilon / 2.0, float.Epsilon / 2.0)]
    [InlineData(new[] { -1f, -1, -1 }, -1, 0)]
    public void The_exact_figures_are_those_that_can_be_told_by_hand(float[] values, double mean, double stdDev)
    {
        (double exactMean, double exactStdDev) = ExactMoments.Of(values);
        Assert.Equal(mean, exactMean, 1e-15 * Math.Abs(mean));
        Assert.Equal(stdDev, exactStdDev, 1e-15 * stdDev);
    }

    [Fact]
    public void Zeros_of_both_signs_are_zeros()
    {
        Extent extent = Extent.Empty;
        extent.Add([.. Enumerable.Range(0, 41).Select(i => i % 2 == 0 ? 0f : -0f), float.Epsilon, -float.Epsilon]);
        Assert.Equal(41, extent.Zeros);
        Assert.Equal(float.Epsilon, extent.Largest);
        Assert.Equal(-float.Epsilon, extent.Smallest);
    }

    private static IEnumerable<float[]> Orders(float[] values)
    {
        yield return values;
        yield return [.. values.Reverse()];
        yield return [.. values.Order()];
        yield return [.. values.OrderBy(Math.Abs)];
        float[] shuffled = [.. values];
        new Random(4).Shuffle(shuffled);
        yield return shuffled;
    }

    private static Moments Of(float[] values) => default(Moments).Of(values);

    private static Moments Added(float[] values, int size)
    {
        var moments = new Moments();
        foreach (float[] block in values.Chunk(size))
        {
            moments.Add(block);
        }

        return moments;
    }

    private static Moments Merged(Moments[] blocks)
    {
        var moments = new Moments();
        foreach (Moments block in blocks)
        {
            moments.Merge(block);
        }

        return moments;
    }

    private static Moments InPairs(Moments[] blocks)
    {
        while (blocks.Length > 1)
        {
            blocks = [.. blocks.Chunk(2).Select(Merged)];
        }

        return blocks[0];
    }
}
