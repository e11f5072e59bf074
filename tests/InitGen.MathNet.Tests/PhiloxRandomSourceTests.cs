using System.Linq;
using InitGen.Runtime.Tests.Initialization;
using MathNet.Numerics.Distributions;

namespace InitGen.Tests;

public class PhiloxRandomSourceTests
{
    [Fact]
    public void A_MathNet_distribution_draws_from_it()
    {
        var values = new double[100_000];
        new Laplace(1, 2) { RandomSource = new PhiloxRandomSource(1, 2) }.Samples(values);
        Assert.True(KolmogorovSmirnov.Accepts([.. values.Select(value => (float)value)], new Laplace(1, 2).CumulativeDistribution));
    }

    [Fact]
    public void Equal_streams_make_equal_samples()
    {
        var first = new PhiloxRandomSource(new PhiloxStream(1, 2));
        var second = new PhiloxRandomSource(1, 2);
        Assert.Equal(first.NextDoubles(100), second.NextDoubles(100));
        Assert.NotEqual(first.NextDoubles(100), new PhiloxRandomSource(1, 3).NextDoubles(100));
    }

    [Fact]
    public void It_continues_a_stream_and_tells_where_it_stands()
    {
        var stream = new PhiloxStream(1, 2);
        stream.NextDouble();
        var source = new PhiloxRandomSource(stream);
        double next = source.NextDouble();
        Assert.Equal(2UL, stream.Position);
        Assert.Equal(stream.NextDouble(), next);
        Assert.Equal(stream, source.Stream);
    }
}
