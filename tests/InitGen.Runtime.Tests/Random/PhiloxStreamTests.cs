using System;
using System.Linq;
using System.Runtime.Intrinsics;
using InitGen.Runtime.Tests.Initialization;
using MathNet.Numerics.Distributions;

namespace InitGen.Runtime.Tests.Philox;

public class PhiloxStreamTests
{
    private const ulong Seed = 0x0123456789ABCDEF;
    private const ulong Number = 0xFEDCBA9876543210;

    [Fact]
    public void Word_k_is_word_k_mod_4_of_block_k_div_4()
    {
        var random = new PhiloxStream(Seed, Number);
        for (uint k = 0; k < 1000; k++)
        {
            Assert.Equal(Word(k), random.NextUInt32());
        }

        Assert.Equal(1000UL, random.Position);
    }

    [Fact]
    public void Wider_numbers_are_made_of_the_words_in_order()
    {
        var random = new PhiloxStream(Seed, Number);
        Assert.Equal(Word(0) | ((ulong)Word(1) << 32), random.NextUInt64());
        Assert.Equal((Word(2) | ((ulong)Word(3) << 32)) / 2048 / 9007199254740992.0, random.NextDouble());
        Assert.Equal(Word(4) / 256 / 16777216f, random.NextSingle());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4_000_000_001)]
    public void Setting_the_position_goes_to_any_word(ulong position)
    {
        var random = new PhiloxStream(Seed, Number) { Position = position };
        for (uint k = 0; k < 9; k++)
        {
            Assert.Equal(Word(position + k), random.NextUInt32());
        }
    }

    [Fact]
    public void A_copy_goes_on_by_itself()
    {
        var random = new PhiloxStream(Seed, Number);
        random.NextUInt32();
        PhiloxStream copy = random;
        Assert.Equal(random.NextUInt64(), copy.NextUInt64());
    }

    [Fact]
    public void The_default_is_stream_0_of_seed_0()
    {
        PhiloxStream random = default;
        Assert.Equal(0x6627e8d5U, random.NextUInt32());
    }

    [Fact]
    public void Streams_that_differ_in_any_bit_of_seed_or_number_are_uncorrelated()
    {
        double[] first = Doubles(new PhiloxStream(Seed, Number));
        for (int bit = 0; bit < 64; bit += 7)
        {
            Assert.InRange(Correlation(first, Doubles(new PhiloxStream(Seed ^ (1UL << bit), Number))), -0.04, 0.04); // 4 σ
            Assert.InRange(Correlation(first, Doubles(new PhiloxStream(Seed, Number ^ (1UL << bit)))), -0.04, 0.04);
        }
    }

    [Fact]
    public void Singles_and_doubles_are_uniform()
    {
        var random = new PhiloxStream(1, 2);
        float[] singles = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextSingle())];
        float[] doubles = [.. Enumerable.Range(0, 100_000).Select(_ => (float)random.NextDouble())];
        Assert.True(KolmogorovSmirnov.Accepts(singles, x => x));
        Assert.True(KolmogorovSmirnov.Accepts(doubles, x => x));
    }

    [Fact]
    public void Gaussians_are_standard_normal()
    {
        var random = new PhiloxStream(1, 2);
        float[] values = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextGaussian())];
        Assert.True(KolmogorovSmirnov.Accepts(values, x => Normal.CDF(0, 1, x)));
        Assert.Equal(200_000UL, random.Position);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(1000)]
    public void Integers_below_a_bound_are_equally_likely(int bound)
    {
        var random = new PhiloxStream(3, 4);
        var counts = new int[bound];
        for (int i = 0; i < 1000 * bound; i++)
        {
            counts[random.NextInt32(bound)]++;
        }

        double chiSquare = counts.Sum(count => Math.Pow(count - 1000, 2) / 1000);
        Assert.True(bound == 1 || chiSquare < ChiSquared.InvCDF(bound - 1, 0.999));
    }

    [Fact]
    public void Integers_reach_the_largest_bound()
    {
        var random = new PhiloxStream(5, 6);
        double mean = Enumerable.Range(0, 10_000).Average(_ => (double)random.NextInt32(int.MaxValue));
        Assert.InRange(mean / int.MaxValue, 0.488, 0.512); // 4 σ
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_bound_below_1_is_refused(int bound)
    {
        var random = new PhiloxStream(5, 6);
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt32(bound));
        Assert.Equal("exclusiveMaximum", error.ParamName);
        Assert.StartsWith($"exclusiveMaximum is {bound}, but must be at least 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Filling_from_the_start_writes_what_the_initializers_do()
    {
        var expected = new float[150];
        var actual = new float[150];
        var random = new PhiloxStream(Seed, Number);
        Initializers.Normal(expected, 1, 2, Seed, Number);
        random.FillNormal(actual, 1, 2);
        Assert.Equal(expected, actual);

        random.Position = 0;
        Initializers.Uniform(expected, 3, Seed, Number);
        random.FillUniform(actual, 3);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Filling_takes_whole_groups_of_64_words()
    {
        var whole = new float[256];
        Initializers.Normal(whole, 0, 1, Seed, Number);

        var random = new PhiloxStream(Seed, Number);
        random.NextUInt32();
        var part = new float[65];
        random.FillNormal(part, 0, 1);
        Assert.Equal(whole[64..129], part);
        Assert.Equal(192UL, random.Position);
        Assert.Equal(Word(192), random.NextUInt32());
    }

    [Theory]
    [InlineData(double.NaN, 1, "mean")]
    [InlineData(0, -1, "stdDev")]
    [InlineData(0, double.PositiveInfinity, "stdDev")]
    public void Bad_moments_are_refused(double mean, double stdDev, string name)
    {
        var values = new float[3];
        var random = new PhiloxStream(Seed, Number);
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => random.FillNormal(values, mean, stdDev)).ParamName);
        Assert.Equal(new float[3], values);
        Assert.Equal(0UL, random.Position);
    }

    private static uint Word(ulong k) => Philox4x32.Block(
        Vector128.Create((uint)(k / 4), (uint)(k / 4 >> 32), 0x76543210, 0xFEDCBA98), Seed)[(int)(k % 4)];

    private static double[] Doubles(PhiloxStream random) => [.. Enumerable.Range(0, 10_000).Select(_ => random.NextDouble() - 0.5)];

    private static double Correlation(double[] left, double[] right) => 12 * left.Zip(right, (a, b) => a * b).Average();
}
