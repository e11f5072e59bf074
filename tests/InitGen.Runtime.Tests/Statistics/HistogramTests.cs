using System;
using System.Linq;
using InitGen.Runtime.Tests.Kernels;

namespace InitGen.Runtime.Tests.Statistics;

public class HistogramTests
{
    [Fact]
    public void Bins_are_those_of_a_plain_count()
    {
        float[] values = TestLayers.NormalValues(20_000, seed: 1);
        var histogram = new Histogram(-1.5f, 2.5f);
        histogram.Add(values);

        for (int bin = 0; bin < Histogram.BinCount; bin++)
        {
            double lower = -1.5 + (bin * 4.0 / 30);
            Assert.Equal(values.Count(value => value >= lower && value < lower + (4.0 / 30)), histogram[bin]);
        }

        Assert.Equal(values.Count(value => value < -1.5), histogram.Below);
        Assert.Equal(values.Count(value => value > 2.5), histogram.Above);
    }

    [Fact]
    public void A_bin_holds_its_lower_edge_and_the_last_one_both()
    {
        var histogram = new Histogram(-1, 1);
        histogram.Add([-1, 0, 1, MathF.BitDecrement(-1), MathF.BitIncrement(1), MathF.BitDecrement(1)]);
        Assert.Equal(1, histogram[0]);
        Assert.Equal(1, histogram[15]);
        Assert.Equal(2, histogram[29]);
        Assert.Equal(1, histogram.Below);
        Assert.Equal(1, histogram.Above);
    }

    [Fact]
    public void Merged_counts_are_sums()
    {
        float[] values = TestLayers.NormalValues(1000, seed: 2);
        var whole = new Histogram(-1, 1);
        whole.Add(values);
        var first = new Histogram(-1, 1);
        first.Add(values.AsSpan(0, 300));
        var second = new Histogram(-1, 1);
        second.Add(values.AsSpan(300));
        first.Merge(second);
        Assert.Equal(whole, first);
        Assert.NotEqual(0, first.Below);
        Assert.NotEqual(0, first.Above);
    }

    [Fact]
    public void Histograms_are_equal_where_all_their_counts_and_bins_are()
    {
        Histogram histogram = Of(-1, 1, [-2, 0, 2]);

        AssertEquality(true, Of(-1, 1, [2, -2, 0.01f]));
        AssertEquality(false, Of(-1.5f, 1, [-2, 0, 2]));
        AssertEquality(false, Of(-1, 1.5f, [-2, 0, 2]));
        AssertEquality(false, Of(-1, 1, [-2, -2, 0, 2]));
        AssertEquality(false, Of(-1, 1, [-2, 0, 2, 2]));
        AssertEquality(false, Of(-1, 1, [-2, 0.5f, 2]));

        // Bins without values differ in their edges alone.
        Assert.NotEqual(Of(-1, 1, []), Of(-1, 2, []));
        Assert.NotEqual(Of(-1, 1, []), Of(-2, 1, []));

        void AssertEquality(bool expected, Histogram other)
        {
            Assert.Equal(expected, histogram.Equals(other));
            Assert.Equal(expected, histogram.Equals((object)other));
            Assert.Equal(expected, histogram == other);
            Assert.Equal(!expected, histogram != other);
            Assert.Equal(expected, histogram.GetHashCode() == other.GetHashCode());
        }

        static Histogram Of(float lower, float upper, float[] values)
        {
            var histogram = new Histogram(lower, upper);
            histogram.Add(values);
            return histogram;
        }
    }

    [Fact]
    public void Copied_bins_are_the_indexed_ones()
    {
        var histogram = new Histogram(0, 1);
        histogram.Add(TestLayers.NormalValues(1000, seed: 3));
        var bins = new long[32];
        histogram.CopyTo(bins.AsSpan(1, Histogram.BinCount));
        Assert.Equal(Enumerable.Range(0, 30).Select(bin => histogram[bin]), bins.Skip(1).Take(30));
        Assert.Equal(0, bins[31]);
    }

    [Fact]
    public void Too_short_a_copy_and_bins_beyond_the_last_are_refused()
    {
        var histogram = new Histogram(0, 1);
        ArgumentException exception = Assert.Throws<ArgumentException>("destination", () => histogram.CopyTo(new long[29]));
        Assert.StartsWith("The destination has 29 places; a histogram has 30 bins.", exception.Message);
        Assert.Throws<IndexOutOfRangeException>(() => histogram[30]);
        Assert.Throws<IndexOutOfRangeException>(() => histogram[-1]);
    }

    [Theory]
    [InlineData(double.NaN, 1, -4, 4)]
    [InlineData(2, double.NaN, -2, 6)]
    [InlineData(2, 0, -2, 6)]
    [InlineData(2, double.PositiveInfinity, -2, 6)]
    [InlineData(2, 1e38, -2, 6)]
    [InlineData(2, 6e37, -2, 6)]
    [InlineData(1e39, 1, -4, 4)]
    [InlineData(2, 3, -10, 14)]
    public void Without_a_usable_prediction_it_spans_4_around_the_mean(double mean, double stdDev, double lower, double upper)
    {
        Histogram histogram = Predicted(mean, stdDev);
        Assert.Equal(lower, histogram.Lower);
        Assert.Equal(upper, histogram.Upper);
    }

    // Zero weights with a bias of 1e10 are predicted so; the next float is 1,024 away.
    [Fact]
    public void Around_a_mean_that_floats_cannot_tell_from_one_4_beside_it_it_spans_a_millionth_of_the_mean()
    {
        Histogram histogram = Predicted(mean: 1e10, stdDev: 0);
        Assert.Equal(1e10 - 1e4, histogram.Lower, 512.0);
        Assert.Equal(1e10 + 1e4, histogram.Upper, 512.0);

        histogram.Add([1e10f, 1e10f, 1e10f]);
        Assert.Equal(3, histogram[14] + histogram[15]);
    }

    private static Histogram Predicted(double mean, double stdDev)
    {
        LayerInfo[] layers = TestLayers.Table([1, 1], _ => true, typeof(InitGen.Kernels.Relu), typeof(InitGen.Kernels.Relu));
        LayerInfo layer = layers[0] with
        {
            Predicted = layers[0].Predicted with { ActivationMean = mean, ActivationStdDev = stdDev },
        };
        return LayerStatistics.For(in layer).Histogram;
    }
}
