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
    internal static unsafe Quad<T> Blocks<TProducts, T>(in PhiloxKeys keys, T word0)
        where TProducts : IProducts<T>
        where T : unmanaged
    {
        Quad<T> words = FirstRounds<TProducts, T>(in keys, word0);
        T factor0 = TProducts.Broadcast(Factor0);
        T factor1 = TProducts.Broadcast(Factor1);
        for (int round = PhiloxKeys.SharedRounds; round < PhiloxKeys.Rounds; round++)
        {
            T lower = TProducts.Broadcast(keys.Lower[round]);
            T upper = TProducts.Broadcast(keys.Upper[round]);
            words = Round<TProducts, T>(words, factor0, factor1, lower, upper);
        }

        return words;
    }

    /// <summary>The first three rounds; what is missing stands in their keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Quad<T> FirstRounds<TProducts, T>(in PhiloxKeys keys, T word0)
        where TProducts : IProducts<T>
        where T : unmanaged
    {
        T word3 = TProducts.MultiplyLower(word0, TProducts.Broadcast(Factor0));
        T word2 = TProducts.Xor(TProducts.Upper(word3), TProducts.Broadcast(keys.Upper[0]));
        T word1 = TProducts.MultiplyLower(word2, TProducts.Broadcast(Factor1));
        word0 = TProducts.Xor(TProducts.Upper(word1), TProducts.Broadcast(keys.Lower[1]));
        word2 = TProducts.Xor(word3, TProducts.Broadcast(keys.Upper[1]));

        word3 = TProducts.MultiplyLower(word0, TProducts.Broadcast(Factor0));
        T product1 = TProducts.MultiplyLower(word2, TProducts.Broadcast(Factor1));
        word0 = TProducts.Xor(TProducts.Upper(product1), word1, TProducts.Broadcast(keys.Lower[2]));
        word2 = TProducts.Xor(TProducts.Upper(word3), TProducts.Broadcast(keys.Upper[2]));
        return new(word0, product1, word2, word3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Quad<T> Round<TProducts, T>(Quad<T> words, T factor0, T factor1, T lower, T upper)
        where TProducts : IProducts<T>
        where T : unmanaged
    {
        T product0 = TProducts.MultiplyLower(words.Item0, factor0);
        T product1 = TProducts.MultiplyLower(words.Item2, factor1);
        return new(
            TProducts.Xor(TProducts.Upper(product1), words.Item1, lower),
            product1,
            TProducts.Xor(TProducts.Upper(product0), words.Item3, upper),
            product0);
    }
}
