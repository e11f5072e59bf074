using System;

namespace InitGen.Kernels.Vectors;

/// <summary>One float: the scalar form of what is written for vectors.</summary>
internal readonly unsafe struct Lanes1(float value) : ILanes<Lanes1>
{
    /// <summary>The float.</summary>
    public float Value { get; } = value;

    public static int Count => 1;

    public static Lanes1 Broadcast(float value) => new(value);

    public static Lanes1 Load(float* source) => new(*source);

    public void Store(float* destination) => *destination = Value;

    public static Lanes1 operator +(Lanes1 left, Lanes1 right) => new(left.Value + right.Value);

    public static Lanes1 operator -(Lanes1 left, Lanes1 right) => new(left.Value - right.Value);

    public static Lanes1 operator *(Lanes1 left, Lanes1 right) => new(left.Value * right.Value);

    public static Lanes1 operator /(Lanes1 left, Lanes1 right) => new(left.Value / right.Value);

    public static Lanes1 operator -(Lanes1 value) => new(-value.Value);

    public static Lanes1 MultiplyAdd(Lanes1 left, Lanes1 right, Lanes1 addend) =>
        new(MathF.FusedMultiplyAdd(left.Value, right.Value, addend.Value));

    public static Lanes1 Abs(Lanes1 value) => new(MathF.Abs(value.Value));

    public static Lanes1 CopySign(Lanes1 magnitude, Lanes1 sign) => new(MathF.CopySign(magnitude.Value, sign.Value));

    public static Lanes1 Min(Lanes1 number, Lanes1 value) => number.Value < value.Value ? number : value;

    public static Lanes1 Max(Lanes1 number, Lanes1 value) => number.Value > value.Value ? number : value;

    public static Lanes1 LessThan(Lanes1 left, Lanes1 right) =>
        new(BitConverter.Int32BitsToSingle(left.Value < right.Value ? -1 : 0));

    public static Lanes1 Select(Lanes1 mask, Lanes1 whereSet, Lanes1 elsewhere) =>
        BitConverter.SingleToInt32Bits(mask.Value) != 0 ? whereSet : elsewhere;

    public static Lanes1 PowerOfTwo(Lanes1 exponent) => new(BitConverter.Int32BitsToSingle(((int)exponent.Value + 127) << 23));
}
