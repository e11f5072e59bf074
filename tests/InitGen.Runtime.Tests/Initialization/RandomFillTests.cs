using System;
using System.Linq;
using System.Runtime.Intrinsics;
using InitGen.Initialization;

namespace InitGen.Runtime.Tests.Initialization;

public class RandomFillTests
{
    private const ulong Seed = 0x0123456789ABCDEF;
    private const ulong Stream = 0xFEDCBA9876543210;

    public static TheoryData<LaneKind> Lanes => [.. LaneKinds.Supported];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void An_element_comes_from_the_word_that_the_order_says(LaneKind lanes)
    {
        foreach (ulong start in new ulong[] { 0, 37, (1UL << 40) - 100 })
        {
            var weights = new float[300];
            new RandomFill<UniformSampler>(weights, start, Seed, Stream, new UniformSampler(0.3f)).Invoke(lanes);
            for (uint i = 0; i < weights.Length; i++)
            {
                ulong element = start + i;
                ulong block = (element / 64 * 16) + (element % 16);
                uint word = Philox4x32.Block(Vector128.Create(block, Stream).AsUInt32(), Seed)[(int)(element / 16 % 4)];
                Assert.Equal((((int)word >> 7) | 1) / 16777216f * 0.3f, weights[i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Any_slice_has_the_bits_of_the_whole(LaneKind lanes)
    {
        SlicesAreParts(lanes, new UniformSampler(0.3f));
        SlicesAreParts(lanes, new NormalSampler(0.1f, 0.3f));
        SlicesAreParts(lanes, new TruncatedNormalSampler(0.1f, 0.3f));
    }

    [Fact]
    public void Distributions_differ_by_seed_and_stream()
    {
        float[] weights = Normal(Seed, Stream);
        Assert.Empty(weights.Intersect(Normal(Seed + 1, Stream)));
        Assert.Empty(weights.Intersect(Normal(Seed, Stream + 1)));
        Assert.Empty(weights.Intersect(Normal(Seed + (1UL << 32), Stream)));
        Assert.Empty(weights.Intersect(Normal(Seed, Stream + (1UL << 32))));
    }

    private static void SlicesAreParts<TSampler>(LaneKind lanes, TSampler sampler)
        where TSampler : unmanaged, IWordSampler
    {
        var whole = new float[400];
        new RandomFill<TSampler>(whole, 0, Seed, Stream, sampler).Invoke(LaneKind.One);
        for (int length = 0; length <= 200; length++)
        {
            int start = length * 7 % 200;
            var slice = new float[length + 2];
            new RandomFill<TSampler>(slice.AsSpan(1, length), (uint)start, Seed, Stream, sampler).Invoke(lanes);
            Assert.Equal(whole.AsSpan(start, length), slice.AsSpan(1, length));
            Assert.Equal(0, slice[0]);
            Assert.Equal(0, slice[^1]);
        }
    }

    private static float[] Normal(ulong seed, ulong stream)
    {
        var weights = new float[100];
        Initializers.Normal(weights, 0, 1, seed, stream);
        return weights;
    }
}
