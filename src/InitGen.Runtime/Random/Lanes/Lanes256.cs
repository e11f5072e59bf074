using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InitGen.Lanes;

/// <summary>Eight lanes, in 256-bit registers.</summary>
internal readonly struct Lanes256 : ILanes<Vector256<float>, Vector256<uint>>, IProducts<Pair<Vector256<ulong>>>
{
    public static bool IsSupported => Avx2.IsSupported && Fma.IsSupported;

    public static int Count => Vector256<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Broadcast(float value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Broadcast(uint value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector256<float> Load(float* source) => Vector256.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(float* destination, Vector256<float> values) => values.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(uint* destination, Vector256<uint> words) => words.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Add(Vector256<float> left, Vector256<float> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Multiply(Vector256<float> left, Vector256<float> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Divide(Vector256<float> left, Vector256<float> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FusedMultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> addend) =>
        Vector256.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sqrt(Vector256<float> value) => Vector256.Sqrt(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ConvertSigned(Vector256<uint> words) => Vector256.ConvertToSingle(words.AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> AsSingle(Vector256<uint> bits) => bits.AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> AsWord(Vector256<float> value) => value.AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Add(Vector256<uint> left, Vector256<uint> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> And(Vector256<uint> left, Vector256<uint> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Or(Vector256<uint> left, Vector256<uint> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Xor(Vector256<uint> left, Vector256<uint> right) => left ^ right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> ShiftLeft(Vector256<uint> words, int count) => words << count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> ShiftRight(Vector256<uint> words, int count) => words >>> count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> ShiftRightArithmetic(Vector256<uint> words, int count) => (words.AsInt32() >> count).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<Vector256<ulong>> Broadcast(ulong value)
    {
        Vector256<ulong> lanes = Vector256.Create(value);
        return new(lanes, lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<Vector256<ulong>> MultiplyLower(Pair<Vector256<ulong>> left, Pair<Vector256<ulong>> right) => new(
        Avx2.Multiply(left.Even.AsUInt32(), right.Even.AsUInt32()), Avx2.Multiply(left.Odd.AsUInt32(), right.Odd.AsUInt32()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<Vector256<ulong>> Upper(Pair<Vector256<ulong>> values) => new(values.Even >>> 32, values.Odd >>> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<Vector256<ulong>> Xor(Pair<Vector256<ulong>> left, Pair<Vector256<ulong>> right) => new(left.Even ^ right.Even, left.Odd ^ right.Odd);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<Vector256<ulong>> Xor(Pair<Vector256<ulong>> first, Pair<Vector256<ulong>> second, Pair<Vector256<ulong>> third) => new(
        first.Even ^ second.Even ^ third.Even, first.Odd ^ second.Odd ^ third.Odd);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<Vector256<uint>> Blocks(in PhiloxKeys keys, uint block)
    {
        // Each product takes two lanes: the blocks of even lanes and those of odd lanes stand apart.
        Vector256<ulong> even = Vector256.Create((ulong)block) + Vector256<ulong>.Indices * 2;
        Quad<Pair<Vector256<ulong>>> words = Philox4x32.Blocks<Lanes256, Pair<Vector256<ulong>>>(in keys, new(even, even + Vector256<ulong>.One));
        return new Quad<Vector256<uint>>(
            Interleave(words.Item0), Interleave(words.Item1), Interleave(words.Item2), Interleave(words.Item3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Interleave(Pair<Vector256<ulong>> words) =>
        ((words.Even & Vector256.Create((ulong)uint.MaxValue)) | (words.Odd << 32)).AsUInt32();
}
