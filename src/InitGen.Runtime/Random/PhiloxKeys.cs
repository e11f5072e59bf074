using System.Runtime.CompilerServices;

namespace InitGen;

/// <summary>The keys of Philox' ten rounds.</summary>
internal readonly struct PhiloxKeys
{
    /// <summary>The number of rounds.</summary>
    public const int Rounds = 10;

    /// <summary>The lower word of each round's key.</summary>
    public readonly RoundWords Lower;

    /// <summary>The upper word of each round's key.</summary>
    public readonly RoundWords Upper;

    /// <summary>The keys that follow from a seed: each round adds Weyl constants (the golden ratio, √3 − 1) to those of the last.</summary>
    /// <param name="seed">The key of the first round.</param>
    public PhiloxKeys(ulong seed)
    {
        uint lower = (uint)seed;
        uint upper = (uint)(seed >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            Lower[round] = lower;
            Upper[round] = upper;
            lower += 0x9E3779B9;
            upper += 0xBB67AE85;
        }
    }

    /// <summary>A word for each round, in 64 bits, as it is loaded into lanes.</summary>
    [InlineArray(Rounds)]
    public struct RoundWords
    {
        private ulong _first;
    }
}
