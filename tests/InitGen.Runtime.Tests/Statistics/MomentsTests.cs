using System;
using System.Linq;
using InitGen.Runtime.Tests.Kernels;
using InitGen.Statistics;
using MathNet.Numerics.Statistics;

namespace InitGen.Runtime.Tests.Statistics;

public class MomentsTests
{
    [Fact]
    public void Of_values_that_are_not_finite_the_others_are_added()
    {
        var moments = default(Moments);
        Assert.Equal(0, moments.AddFinite([1, 3]));
        Assert.Equal(2, moments.AddFinite([float.NaN, 5, float.NegativeInfinity]));
        Assert.Equal((3, 3.0), (moments.Count, moments.Mean));
        Assert.Equal(Math.Sqrt(8 / 3.0), moments.StdDev, 1e-15);
    }

    [Fact]
    public void Figures_are_population_figures()
    {
        float[] values = TestLayers.NormalValues(10_007, seed: 1);
        Moments moments = Of(values);
        Assert.Equal(10_007, moments.Count);
        Assert.Equal(values.Select(value => (double)value).Mean(), moments.Mean, 1e-14);
        Assert.Equal(values.Select(value => (double)value).PopulationStandardDeviation(), moments.StdDev, 1e-13);
    }

    [Fact]
    public void A_huge_mean_does_not_hide_a_small_deviation()
    {
        // Neighbouring floats around 10⁶, half of them a step of 1/16 up: a deviation of exactly 1/32.
        float[] values = [.. Enumerable.Range(0, 100_000).Select(i => 1e6f + (i % 2 * 0.0625f))];
        var moments = new Moments();
        foreach (float[] part in values.Chunk(501))
        {
            moments.Add(part);
        }

        Assert.Equal(1e6 + 0.03125, moments.Mean, 1e-9);
        Assert.Equal(0.03125, moments.StdDev, 1e-12);
    }

    [Fact]
    public void An_outlier_in_front_costs_no_digits()
    {
        float[] values = [1e30f, .. TestLayers.NormalValues(999, seed: 2)];
        double[] exact = [.. values.Select(value => (double)value)];
        Moments moments = Of(values);
        Assert.Equal(exact.PopulationStandardDeviation(), moments.StdDev, 1e18);
        Assert.Equal(exact.Mean(), moments.Mean, 1e15);
    }

    [Fact]
    public void Merging_up_to_a_billion_values_loses_nothing()
    {
        // The same 1,000 values a million times, and once 10⁹ values more by merging the whole with itself.
        float[] values = [.. TestLayers.NormalValues(1000, seed: 3).Select(value => 1000 + value)];
        Moments block = Of(values);
        var moments = new Moments();
        for (int i = 0; i < 1_000_000; i++)
        {
            moments.Merge(block);
        }

        double[] exact = [.. values.Select(value => (double)value)];
        Assert.Equal(1_000_000_000, moments.Count);
        Assert.Equal(exact.Mean(), moments.Mean, 1e-9);
        Assert.Equal(exact.PopulationStandardDeviation(), moments.StdDev, 1e-10);

        moments.Merge(moments);
        Assert.Equal(2_000_000_000, moments.Count);
        Assert.Equal(exact.PopulationStandardDeviation(), moments.StdDev, 1e-10);
    }

    [Fact]
    public void The_order_and_size_of_merged_blocks_does_not_matter()
    {
        float[] values = TestLayers.NormalValues(5000, seed: 4);
        Moments whole = Of(values);
        var merged = new Moments();
        foreach (float[] part in values.Chunk(77).Reverse())
        {
            merged.Merge(Of(part));
        }

        Assert.Equal(whole.Count, merged.Count);
        Assert.Equal(whole.Mean, merged.Mean, 1e-14);
        Assert.Equal(whole.StdDev, merged.StdDev, 1e-13);
    }

    [Fact]
    public void Without_values_there_is_no_mean()
    {
        Moments moments = Of([]);
        moments.Merge(new Moments());
        Assert.Equal(0, moments.Count);
        Assert.Equal(double.NaN, moments.Mean);
        Assert.Equal(double.NaN, moments.StdDev);
    }

    [Fact]
    public void Equal_values_have_no_deviation()
    {
        var moments = new Moments();
        for (int i = 0; i < 1000; i++)
        {
            moments.Add([0.1f, 0.1f, 0.1f]);
        }

        Assert.Equal(0.1f, moments.Mean);
        Assert.Equal(0, moments.StdDev);
    }

    [Fact]
    public void The_largest_floats_do_not_overflow()
    {
        Moments moments = Of([float.MaxValue, float.MinValue, float.MaxValue, float.MinValue]);
        Assert.Equal(0, moments.Mean);
        Assert.Equal(float.MaxValue, moments.StdDev);
    }

    private static Moments Of(float[] values)
    {
        var moments = new Moments();
        moments.Add(values);
        return moments;
    }
}
