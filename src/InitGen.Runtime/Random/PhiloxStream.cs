using System;
using System.Runtime.Intrinsics;
using InitGen.Initialization;
using InitGen.Lanes;

namespace InitGen;

/// <summary>
/// A sequence of random numbers that is a function of seed and stream alone: word k is word k mod 4 of
/// <see cref="Philox4x32.Block"/> for the counter (k / 4, stream), the seed being the key. Streams of other numbers are independent.
/// A copy goes on by itself, from where it was copied. Nothing here allocates.
/// </summary>
/// <param name="seed">The seed.</param>
/// <param name="stream">The number of the stream.</param>
public struct PhiloxStream(ulong seed, ulong stream)
{
    private const int WordsOfBlock = 4;

    private Vector128<uint> _block;
    private ulong _position;

    /// <summary>The seed.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>The number of the stream.</summary>
    public ulong Stream { get; } = stream;

    /// <summary>How many words the numbers drawn have taken: the index of the next one. Setting it goes to any place at once.</summary>
    public ulong Position
    {
        readonly get => _position;
        set
        {
            _position = value;
            if (value % WordsOfBlock != 0)
            {
                _block = CurrentBlock();
            }
        }
    }

    /// <summary>32 random bits: one word.</summary>
    public uint NextUInt32()
    {
        int word = (int)(_position % WordsOfBlock);
        if (word == 0)
        {
            _block = CurrentBlock();
        }

        _position++;
        return _block[word];
    }

    /// <summary>64 random bits: two words, the lower half first.</summary>
    public ulong NextUInt64()
    {
        uint lower = NextUInt32();
        return lower | ((ulong)NextUInt32() << 32);
    }

    /// <summary>A number from 0 up to but not including a bound, all as likely as each other to within 2⁻³³: two words.</summary>
    /// <param name="exclusiveMaximum">The bound, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMaximum"/> is below 1.</exception>
    public int NextInt32(int exclusiveMaximum)
    {
        Require.Positive(exclusiveMaximum);
        return (int)Math.BigMul(NextUInt64(), (uint)exclusiveMaximum, out _);
    }

    /// <summary>A multiple of 2⁻²⁴ in [0, 1), all equally likely: the upper 24 bits of one word.</summary>
    public float NextSingle() => (NextUInt32() >> 8) * 5.9604645E-08f;

    /// <summary>A multiple of 2⁻⁵³ in [0, 1), all equally likely: the upper 53 bits of two words.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * 1.1102230246251565E-16;

    /// <summary>A number from N(0, 1), never 0 and never beyond ±6.56: two words, by the transform of Box and Muller (1958).</summary>
    public float NextGaussian()
    {
        uint radius = NextUInt32();
        return BoxMuller.Transform<ScalarLane, float, uint>(radius, NextUInt32()).First;
    }

    /// <summary>Fills with numbers from N(mean, stdDev²), many at a time: a word a number. It starts and ends at a <see cref="Position"/>
    /// that is a multiple of 64; at the beginning of a stream it writes what <see cref="Initializers.Normal"/> does.</summary>
    /// <param name="values">What is written.</param>
    /// <param name="mean">The mean.</param>
    /// <param name="stdDev">The standard deviation.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mean"/> or <paramref name="stdDev"/> is NaN or beyond
    /// ±1e30, or <paramref name="stdDev"/> is negative.</exception>
    public void FillNormal(Span<float> values, double mean, double stdDev) =>
        Fill(values, new NormalSampler((float)Require.Moderate(mean), (float)Require.NonNegative(stdDev)));

    /// <summary>Fills with numbers from U(−limit, limit), many at a time: a word a number. It starts and ends at a <see cref="Position"/>
    /// that is a multiple of 64; at the beginning of a stream it writes what <see cref="Initializers.Uniform"/> does.</summary>
    /// <param name="values">What is written.</param>
    /// <param name="limit">The bound.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is NaN, negative or beyond 1e30.</exception>
    public void FillUniform(Span<float> values, double limit) => Fill(values, new UniformSampler((float)Require.NonNegative(limit)));

    private void Fill<TSampler>(Span<float> values, TSampler sampler)
        where TSampler : unmanaged, IWordSampler
    {
        ulong start = RoundUp(_position);
        WidestLanes.Invoke(new RandomFill<TSampler>(values, start, Seed, Stream, sampler));
        _position = RoundUp(start + (uint)values.Length);
    }

    private static ulong RoundUp(ulong position) => (position + WordGroups.Words - 1) / WordGroups.Words * WordGroups.Words;

    private readonly Vector128<uint> CurrentBlock() =>
        Philox4x32.Block(Vector128.Create(_position / WordsOfBlock, Stream).AsUInt32(), Seed);
}
