using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InitGen.Lanes;

/// <summary>Sixteen lanes, in 512-bit registers.</summary>
internal readonly struct Lanes512 : ILanes<Vector512<float>, Vector512<uint>>, IProducts<Pair<Vector512<ulong>>>
{
    /// <summary>Which of the eight combinations of three bits have an odd number of ones.</summary>
    private const byte Xor3 = 0b_1001_0110;

    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512F.IsSupported;

    public static int Count => Vector512<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Broadcast(float value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Broadcast(uint value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector512<float> Load(float* source) => Vector512.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(float* destination, Vector512<float> values) => values.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(uint* destination, Vector512<uint> words) => words.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(Vector512<float> left, Vector512<float> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Multiply(Vector512<float> left, Vector512<float> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Divide(Vector512<float> left, Vector512<float> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> FusedMultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> addend) =>
        Vector512.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sqrt(Vector512<float> value) => Vector512.Sqrt(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ConvertSigned(Vector512<uint> words) => Vector512.ConvertToSingle(words.AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> AsSingle(Vector512<uint> bits) => bits.AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> AsWord(Vector512<float> value) => value.AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Add(Vector512<uint> left, Vector512<uint> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> And(Vector512<uint> left, Vector512<uint> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Or(Vector512<uint> left, Vector512<uint> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Xor(Vector512<uint> left, Vector512<uint> right) => left ^ right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> ShiftLeft(Vector512<uint> words, int count) => words << count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> ShiftRight(Vector512<uint> words, int count) => words >>> count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> ShiftRightArithmetic(Vector512<uint> words, int count) => (words.AsInt32() >> count).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<Vector512<ulong>> Broadcast(ulong value)
    {
        Vector512<ulong> lanes = Vector512.Create(value);
        return new(lanes, lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<Vector512<ulong>> MultiplyLower(Pair<Vector512<ulong>> left, Pair<Vector512<ulong>> right) => new(
        Avx512F.Multiply(left.Even.AsUInt32(), right.Even.AsUInt32()), Avx512F.Multiply(left.Odd.AsUInt32(), right.Odd.AsUInt32()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<Vector512<ulong>> Upper(Pair<Vector512<ulong>> values) => new(values.Even >>> 32, values.Odd >>> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<Vector512<ulong>> Xor(Pair<Vector512<ulong>> left, Pair<Vector512<ulong>> right) => new(left.Even ^ right.Even, left.Odd ^ right.Odd);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<Vector512<ulong>> Xor(Pair<Vector512<ulong>> first, Pair<Vector512<ulong>> second, Pair<Vector512<ulong>> third) => new(
        Avx512F.TernaryLogic(first.Even, second.Even, third.Even, Xor3), Avx512F.TernaryLogic(first.Odd, second.Odd, third.Odd, Xor3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<Vector512<uint>> Blocks(in PhiloxKeys keys, uint block)
    {
        // Each product takes two lanes: the blocks of even lanes and those of odd lanes stand apart.
        Vector512<ulong> even = Vector512.Create((ulong)block) + Vector512<ulong>.Indices * 2;
        Quad<Pair<Vector512<ulong>>> words = Philox4x32.Blocks<Lanes512, Pair<Vector512<ulong>>>(in keys, new(even, even + Vector512<ulong>.One));
        return new Quad<Vector512<uint>>(
            Interleave(words.Item0), Interleave(words.Item1), Interleave(words.Item2), Interleave(words.Item3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Interleave(Pair<Vector512<ulong>> words) =>
        ((words.Even & Vector512.Create((ulong)uint.MaxValue)) | (words.Odd << 32)).AsUInt32();
}
