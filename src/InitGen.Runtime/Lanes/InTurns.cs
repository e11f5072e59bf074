using System.Runtime.CompilerServices;

namespace InitGen.Lanes;

/// <summary>Two sets of lanes that are worked on in turns: while one waits for its products, the other goes on.</summary>
/// <typeparam name="TProducts">The arithmetic of each.</typeparam>
/// <typeparam name="T">The lanes of each.</typeparam>
internal readonly struct InTurns<TProducts, T> : IProducts<Pair<T>>
    where TProducts : IProducts<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Broadcast(ulong value)
    {
        T lanes = TProducts.Broadcast(value);
        return new(lanes, lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> MultiplyLower(Pair<T> left, Pair<T> right) =>
        new(TProducts.MultiplyLower(left.First, right.First), TProducts.MultiplyLower(left.Second, right.Second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Upper(Pair<T> values) => new(TProducts.Upper(values.First), TProducts.Upper(values.Second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Xor(Pair<T> left, Pair<T> right) =>
        new(TProducts.Xor(left.First, right.First), TProducts.Xor(left.Second, right.Second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Xor(Pair<T> first, Pair<T> second, Pair<T> third) =>
        new(TProducts.Xor(first.First, second.First, third.First), TProducts.Xor(first.Second, second.Second, third.Second));
}
