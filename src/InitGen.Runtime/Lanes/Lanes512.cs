using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InitGen.Lanes;

/// <summary>Sixteen lanes, in 512-bit registers.</summary>
internal readonly struct Lanes512 : ISampleLanes<Vector512<float>, Vector512<uint>>, IProducts<Vector512<ulong>>
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
    public static unsafe Vector512<uint> Load(uint* source) => Vector512.Load(source);

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
    public static Vector512<float> Select(Vector512<uint> mask, Vector512<float> whereSet, Vector512<float> elsewhere) =>
        Vector512.ConditionalSelect(mask.AsSingle(), whereSet, elsewhere);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Broadcast(ulong value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> MultiplyLower(Vector512<ulong> left, Vector512<ulong> right) =>
        Avx512F.Multiply(left.AsUInt32(), right.AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Upper(Vector512<ulong> values) => values >>> 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Xor(Vector512<ulong> left, Vector512<ulong> right) => left ^ right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Xor(Vector512<ulong> first, Vector512<ulong> second, Vector512<ulong> third) =>
        Avx512F.TernaryLogic(first, second, third, Xor3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<Vector512<uint>> Blocks(in PhiloxKeys keys, uint block)
    {
        Vector512<ulong> numbers = EvenNumbers(block);
        Quad<Pair<Vector512<ulong>>> words = Philox4x32.Blocks<InTurns<Lanes512, Vector512<ulong>>, Pair<Vector512<ulong>>>(
            in keys, new(numbers, numbers + Vector512<ulong>.One));
        return new(Interleave(words.Item0), Interleave(words.Item1), Interleave(words.Item2), Interleave(words.Item3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<Vector512<uint>> Blocks(in PhiloxKeys keys, uint block, uint other, out Quad<Vector512<uint>> others)
    {
        Vector512<ulong> numbers = EvenNumbers(block);
        Vector512<ulong> otherNumbers = EvenNumbers(other);
        Quad<Pair<Pair<Vector512<ulong>>>> words =
            Philox4x32.Blocks<InTurns<InTurns<Lanes512, Vector512<ulong>>, Pair<Vector512<ulong>>>, Pair<Pair<Vector512<ulong>>>>(
                in keys,
                new(new(numbers, numbers + Vector512<ulong>.One), new(otherNumbers, otherNumbers + Vector512<ulong>.One)));
        others = new(
            Interleave(words.Item0.Second), Interleave(words.Item1.Second), Interleave(words.Item2.Second), Interleave(words.Item3.Second));
        return new(
            Interleave(words.Item0.First), Interleave(words.Item1.First), Interleave(words.Item2.First), Interleave(words.Item3.First));
    }

    /// <summary>The numbers of the blocks in even lanes. A product takes two lanes: odd lanes stand in other registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> EvenNumbers(uint block) => Vector512.Create((ulong)block) + (Vector512<ulong>.Indices * 2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Interleave(Pair<Vector512<ulong>> words) =>
        ((words.First & Vector512.Create((ulong)uint.MaxValue)) | (words.Second << 32)).AsUInt32();
}
