using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Lanes;

namespace InitGen;

/// <summary>The counter-based random number generator Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
/// 1, 2, 3", SC 2011): a bijection of 128-bit counters, one for each 64-bit key, whose outputs pass as random.</summary>
public static class Philox4x32
{
    /// <summary>What word 0 is multiplied by in each round.</summary>
    internal const ulong Factor0 = 0xD2511F53;

    /// <summary>What word 2 is multiplied by in each round.</summary>
    internal const ulong Factor1 = 0xCD9E8D57;

    /// <summary>The output for a counter, after ten rounds.</summary>
    /// <param name="counter">The counter's four words, as the paper numbers them. InitGen puts the block number into words 0 (lower half)
    /// and 1, and the stream into words 2 (lower half) and 3.</param>
    /// <param name="key">The key's two words, word 0 in the lower half. InitGen's is the seed.</param>
    /// <returns>The output's four words.</returns>
    public static Vector128<uint> Block(Vector128<uint> counter, ulong key)
    {
        ulong block = counter.AsUInt64()[0];
        Quad<uint> words = ScalarLane.Blocks(new PhiloxKeys(key, counter.AsUInt64()[1], block), (uint)block);
        return Vector128.Create(words.Item0, words.Item1, words.Item2, words.Item3);
    }

    /// <summary>The outputs for counters that differ in word 0, one in each 64-bit lane: words stand in the lower halves, and the upper
    /// halves hold anything.</summary>
    /// <param name="keys">The keys for what the counters share.</param>
    /// <param name="word0">Word 0 of the counters.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Quad<T> Blocks<TProducts, T>(in PhiloxKeys keys, T word0)
        where TProducts : IProducts<T>
        where T : unmanaged
    {
        // What is missing in the first three rounds stands in their keys.
        T word3 = Product0<TProducts, T>(word0);
        T word1 = Product1<TProducts, T>(TProducts.Xor(TProducts.Upper(word3), TProducts.Broadcast(keys.Upper[0])));
        word0 = TProducts.Xor(TProducts.Upper(word1), TProducts.Broadcast(keys.Lower[1]));
        T word2 = TProducts.Xor(word3, TProducts.Broadcast(keys.Upper[1]));

        word3 = Product0<TProducts, T>(word0);
        T product1 = Product1<TProducts, T>(word2);
        word0 = TProducts.Xor(TProducts.Upper(product1), word1, TProducts.Broadcast(keys.Lower[2]));
        word1 = product1;
        word2 = TProducts.Xor(TProducts.Upper(word3), TProducts.Broadcast(keys.Upper[2]));

        // Not a loop: its variables would be moved from register to register.
        Round<TProducts, T>(in keys, 3, ref word0, ref word1, ref word2, ref word3);
        Round<TProducts, T>(in keys, 4, ref word0, ref word1, ref word2, ref word3);
        Round<TProducts, T>(in keys, 5, ref word0, ref word1, ref word2, ref word3);
        Round<TProducts, T>(in keys, 6, ref word0, ref word1, ref word2, ref word3);
        Round<TProducts, T>(in keys, 7, ref word0, ref word1, ref word2, ref word3);
        Round<TProducts, T>(in keys, 8, ref word0, ref word1, ref word2, ref word3);
        Round<TProducts, T>(in keys, 9, ref word0, ref word1, ref word2, ref word3);
        return new Quad<T>(word0, word1, word2, word3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round<TProducts, T>(in PhiloxKeys keys, int round, ref T word0, ref T word1, ref T word2, ref T word3)
        where TProducts : IProducts<T>
        where T : unmanaged
    {
        T product0 = Product0<TProducts, T>(word0);
        T product1 = Product1<TProducts, T>(word2);
        word0 = TProducts.Xor(TProducts.Upper(product1), word1, TProducts.Broadcast(keys.Lower[round]));
        word1 = product1;
        word2 = TProducts.Xor(TProducts.Upper(product0), word3, TProducts.Broadcast(keys.Upper[round]));
        word3 = product0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Product0<TProducts, T>(T word)
        where TProducts : IProducts<T>
        where T : unmanaged => TProducts.MultiplyLower(word, TProducts.Broadcast(Factor0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Product1<TProducts, T>(T word)
        where TProducts : IProducts<T>
        where T : unmanaged => TProducts.MultiplyLower(word, TProducts.Broadcast(Factor1));
}
