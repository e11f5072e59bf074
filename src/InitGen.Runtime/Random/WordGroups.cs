using System.Runtime.CompilerServices;
using InitGen.Lanes;

namespace InitGen;

/// <summary>
/// The words of a stream in the order in which they become weights: groups of 64, the four words of 16 Philox blocks. Word i stands in
/// group g = i / 64 and is word (i / 16) mod 4 of block 16·g + (i mod 16): blocks that stand side by side in registers give words that
/// stand side by side in memory, whatever the width. This order never changes.
/// </summary>
internal static unsafe class WordGroups
{
    /// <summary>The words of a group.</summary>
    public const int Words = 64;

    /// <summary>The blocks of a group.</summary>
    public const uint Blocks = 16;

    /// <summary>Draws the words of groups that follow each other.</summary>
    /// <param name="keys">The keys for the stream and the upper half of the blocks' numbers.</param>
    /// <param name="block">The lower half of the number of the first block, a multiple of <see cref="Blocks"/>.</param>
    /// <param name="words">Written; where the number of groups is odd, with room for one more.</param>
    /// <param name="groups">How many.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a network's first initialization runs through it once: no time to tier up
    public static void Draw<TLanes, TFloat, TWord>(in PhiloxKeys keys, uint block, uint* words, int groups)
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        for (uint* end = words + (groups * Words); words < end; words += 2 * Words, block += 2 * Blocks)
        {
            for (uint lane = 0; lane < Blocks; lane += (uint)TLanes.Count)
            {
                Quad<TWord> first = TLanes.Blocks(in keys, block + lane, block + Blocks + lane, out Quad<TWord> second);
                Store<TLanes, TFloat, TWord>(words + lane, first);
                Store<TLanes, TFloat, TWord>(words + Words + lane, second);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes, TFloat, TWord>(uint* target, Quad<TWord> words)
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        TLanes.Store(target, words.Item0);
        TLanes.Store(target + Blocks, words.Item1);
        TLanes.Store(target + (2 * Blocks), words.Item2);
        TLanes.Store(target + (3 * Blocks), words.Item3);
    }
}
