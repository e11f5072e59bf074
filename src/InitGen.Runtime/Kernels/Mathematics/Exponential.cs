using System.Runtime.CompilerServices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Mathematics;

/// <summary>The exponential function of arguments up to 0, which is all that stable forms of the activation functions need. The argument
/// is split into n·ln 2 + r with |r| at most ln(2)/2 (Cody and Waite 1980), e^r − 1 comes from a minimax polynomial.</summary>
internal static class Exponential
{
    private const float Log2OfE = 1.44269504f;
    private const float Ln2 = 0.693147182f;
    private const float Ln2Rest = -1.90465421e-9f; // ln 2 − Ln2

    /// <summary>A float of this magnitude has no fraction bits: adding and subtracting it rounds to a whole number.</summary>
    private const float Rounder = 12582912;

    /// <summary>From here on down, e^z times anything that the activation functions multiply it with is below the least float.</summary>
    public const float Lowest = -126;

    /// <summary>e^z for z ≤ 0, gradual underflow included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes OfNonPositive<TLanes>(TLanes z)
        where TLanes : struct, ILanes<TLanes> => OfNonPositive(z, out TLanes scale) * scale;

    /// <summary>e^z for z ≤ 0 as a normal number, to be multiplied by a power of two. Multiplying by other factors in between
    /// keeps the precision of a product that is larger than e^z itself is.</summary>
    /// <param name="z">The argument.</param>
    /// <param name="scale">The power of two.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes OfNonPositive<TLanes>(TLanes z, out TLanes scale)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes fraction = Reduce(TLanes.Max(TLanes.Broadcast(Lowest), z), out TLanes exponent);
        TLanes normal = TLanes.Max(TLanes.Broadcast(-100), exponent);
        TLanes power = TLanes.PowerOfTwo(normal);
        scale = TLanes.PowerOfTwo(exponent - normal);
        return TLanes.MultiplyAdd(power, fraction, power);
    }

    /// <summary>e^z − 1 for z ≤ 0, precise near 0.</summary>
    /// <param name="z">The argument.</param>
    /// <param name="exponential">e^z; 0 below 2^−126.5.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes MinusOne<TLanes>(TLanes z, out TLanes exponential)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes fraction = Reduce(TLanes.Max(TLanes.Broadcast(-88), z), out TLanes exponent);
        TLanes power = TLanes.PowerOfTwo(exponent);
        exponential = TLanes.MultiplyAdd(power, fraction, power);
        return TLanes.MultiplyAdd(power, fraction, power - TLanes.Broadcast(1));
    }

    /// <summary>e^r − 1 for the r = z − n·ln 2 with the n that makes it smallest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Reduce<TLanes>(TLanes z, out TLanes exponent)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes rounder = TLanes.Broadcast(Rounder);
        exponent = TLanes.MultiplyAdd(z, TLanes.Broadcast(Log2OfE), rounder) - rounder;
        TLanes r = TLanes.MultiplyAdd(exponent, TLanes.Broadcast(-Ln2), z);
        r = TLanes.MultiplyAdd(exponent, TLanes.Broadcast(-Ln2Rest), r);

        // (e^r − 1 − r)/r² to 1.5e-8 of e^r − 1.
        TLanes tail = Polynomial.Evaluate(r, 0.5000000058f, 0.1666654548f, 0.04166629069f, 0.008366342767f, 0.001394597949f);
        return TLanes.MultiplyAdd(r * r, tail, r);
    }
}
