namespace InitGen;

/// <summary>The keys of Philox' ten rounds, for counters that differ in word 0 alone. What the other words make of the first three rounds
/// is the same for all of them and stands in those rounds' keys, which saves two of twenty products.</summary>
internal unsafe struct PhiloxKeys
{
    /// <summary>The number of rounds.</summary>
    public const int Rounds = 10;

    /// <summary>The rounds to which words contribute that all counters share.</summary>
    public const int SharedRounds = 3;

    /// <summary>What each round's first word is combined with: words in 64 bits, as they are loaded into lanes.</summary>
    public fixed ulong Lower[Rounds];

    /// <summary>What each round's third word is combined with.</summary>
    public fixed ulong Upper[Rounds];

    /// <summary>The keys that follow from a seed: each round adds Weyl constants (the golden ratio, √3 − 1) to those of the last.</summary>
    /// <param name="seed">The key of the first round.</param>
    /// <param name="stream">Words 2 (lower half) and 3 of the counters.</param>
    /// <param name="block">A block of the stream: its upper half is word 1 of the counters.</param>
    public PhiloxKeys(ulong seed, ulong stream, ulong block)
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

        // The two products whose factors do not depend on word 0.
        ulong first = (ulong)(uint)stream * Philox4x32.Factor1;
        ulong second = (ulong)((uint)(first >> 32) ^ (uint)(block >> 32) ^ (uint)Lower[0]) * Philox4x32.Factor0;
        Upper[0] ^= stream >> 32;
        Lower[1] ^= (uint)first;
        Upper[1] ^= second >> 32;
        Upper[2] ^= (uint)second;
    }
}
