using System;

namespace InitGen.Lanes;

/// <summary>One lane, in plain arithmetic: the reference that wider lanes are held to, and what runs on machines without them.</summary>
internal readonly struct ScalarLane : ISampleLanes<float, uint>, IProducts<ulong>
{
    public static int Count => 1;

    public static float Broadcast(float value) => value;

    public static uint Broadcast(uint value) => value;

    public static unsafe uint Load(uint* source) => *source;

    public static unsafe void Store(float* destination, float values) => *destination = values;

    public static unsafe void Store(uint* destination, uint words) => *destination = words;

    public static float Add(float left, float right) => left + right;

    public static float Multiply(float left, float right) => left * right;

    public static float Divide(float left, float right) => left / right;

    public static float FusedMultiplyAdd(float left, float right, float addend) => MathF.FusedMultiplyAdd(left, right, addend);

    public static float Sqrt(float value) => MathF.Sqrt(value);

    public static float ConvertSigned(uint words) => (int)words;

    public static float AsSingle(uint bits) => BitConverter.UInt32BitsToSingle(bits);

    public static uint AsWord(float value) => BitConverter.SingleToUInt32Bits(value);

    public static uint Add(uint left, uint right) => left + right;

    public static uint And(uint left, uint right) => left & right;

    public static uint Or(uint left, uint right) => left | right;

    public static uint Xor(uint left, uint right) => left ^ right;

    public static uint ShiftLeft(uint words, int count) => words << count;

    public static uint ShiftRight(uint words, int count) => words >> count;

    public static uint ShiftRightArithmetic(uint words, int count) => (uint)((int)words >> count);

    public static float Select(uint mask, float whereSet, float elsewhere) => mask != 0 ? whereSet : elsewhere;

    public static ulong Broadcast(ulong value) => value;

    public static ulong MultiplyLower(ulong left, ulong right) => (ulong)(uint)left * (uint)right;

    public static ulong Upper(ulong values) => values >> 32;

    public static ulong Xor(ulong left, ulong right) => left ^ right;

    public static ulong Xor(ulong first, ulong second, ulong third) => first ^ second ^ third;

    public static Quad<uint> Blocks(in PhiloxKeys keys, uint block)
    {
        Quad<ulong> words = Philox4x32.Blocks<ScalarLane, ulong>(in keys, block);
        return new Quad<uint>((uint)words.Item0, (uint)words.Item1, (uint)words.Item2, (uint)words.Item3);
    }

    public static Quad<uint> Blocks(in PhiloxKeys keys, uint block, uint other, out Quad<uint> others)
    {
        others = Blocks(in keys, other);
        return Blocks(in keys, block);
    }
}
