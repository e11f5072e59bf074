using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Lanes;

namespace InitGen;

/// <summary>The counter-based random number generator Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
/// 1, 2, 3", SC 2011): a bijection of 128-bit counters, one for each 64-bit key, whose outputs pass as random.</summary>
public static class Philox4x32
{
    /// <summary>The output for a counter, after ten rounds.</summary>
    /// <param name="counter">The counter's four words, as the paper numbers them. InitGen puts the block number into words 0 (lower half)
    /// and 1, and the stream into words 2 (lower half) and 3.</param>
    /// <param name="key">The key's two words, word 0 in the lower half. InitGen's is the seed.</param>
    /// <returns>The output's four words.</returns>
    public static Vector128<uint> Block(Vector128<uint> counter, ulong key)
    {
        Quad<uint> words = ScalarLane.Blocks(new PhiloxKeys(key), counter.AsUInt64()[1], counter.AsUInt64()[0]);
        return Vector128.Create(words.Item0, words.Item1, words.Item2, words.Item3);
    }

    /// <summary>A round on one counter in each 64-bit lane: its words stand in the lower halves. The upper halves may hold anything
    /// before and hold anything after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Round<TProducts, T>(T key0, T key1, ref T word0, ref T word1, ref T word2, ref T word3)
        where TProducts : IProducts<T>
        where T : unmanaged
    {
        T product0 = TProducts.MultiplyLower(word0, TProducts.Broadcast(0xD2511F53UL));
        T product1 = TProducts.MultiplyLower(word2, TProducts.Broadcast(0xCD9E8D57UL));
        word0 = TProducts.Xor(TProducts.Upper(product1), TProducts.Xor(word1, key0));
        word1 = product1;
        word2 = TProducts.Xor(TProducts.Upper(product0), TProducts.Xor(word3, key1));
        word3 = product0;
    }
}
