using System.Runtime.CompilerServices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Mathematics;

/// <summary>The exponential function of arguments up to 0, which is all that stable forms of the activation functions need. The argument
/// is split into n·ln 2 + r with |r| at most ln(2)/2 (Cody and Waite 1980), e^r − 1 comes from a minimax polynomial.</summary>
internal static class ExponentialLanes
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
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes fraction = Split(z, TLanes.Broadcast(0), out TLanes power, out TLanes scale);
        return TLanes.MultiplyAdd(power, fraction, power) * scale;
    }

    /// <summary>e^z − 1 for z ≤ 0, precise near 0.</summary>
    /// <param name="z">The argument.</param>
    /// <param name="exponential">e^z; 0 below 2^−126.5.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes MinusOne<TLanes>(TLanes z, out TLanes exponential)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes r = Reduce(TLanes.Max(TLanes.Broadcast(-88), z), out TLanes exponent);
        TLanes fraction = OfReduced(r);
        TLanes power = TLanes.PowerOfTwo(exponent);
        exponential = TLanes.MultiplyAdd(power, fraction, power);
        return TLanes.MultiplyAdd(power, fraction, power - TLanes.Broadcast(1));
    }

    /// <summary>e^(z + rest) for z ≤ 0 as (1 + fraction)·power·scale. A product with e^z that is larger than e^z itself keeps its
    /// precision, and is rounded once less, when its other factors are multiplied by 1 + fraction first and by the powers of two
    /// last.</summary>
    /// <param name="z">The argument.</param>
    /// <param name="rest">What z lacks, less than its own precision.</param>
    /// <param name="power">A power of two; with a fraction it is a normal number.</param>
    /// <param name="scale">Another power of two.</param>
    /// <returns>The fraction.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Split<TLanes>(TLanes z, TLanes rest, out TLanes power, out TLanes scale)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes r = Reduce(TLanes.Max(TLanes.Broadcast(Lowest), z), out TLanes exponent);
        TLanes normal = TLanes.Max(TLanes.Broadcast(-100), exponent);
        power = TLanes.PowerOfTwo(normal);
        scale = TLanes.PowerOfTwo(exponent - normal);
        return OfReduced(r + rest);
    }

    /// <summary>z − n·ln 2 with the whole number n that makes it smallest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Reduce<TLanes>(TLanes z, out TLanes exponent)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes rounder = TLanes.Broadcast(Rounder);
        exponent = TLanes.MultiplyAdd(z, TLanes.Broadcast(Log2OfE), rounder) - rounder;
        TLanes r = TLanes.MultiplyAdd(exponent, TLanes.Broadcast(-Ln2), z);
        return TLanes.MultiplyAdd(exponent, TLanes.Broadcast(-Ln2Rest), r);
    }

    /// <summary>e^r − 1 for |r| ≤ ln(2)/2, by a polynomial for (e^r − 1 − r)/r².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes OfReduced<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes tail = Polynomial.Evaluate(r, 0.5f, 0.166665435f, 0.041666273f, 0.00836632866f, 0.00139460014f);
        return TLanes.MultiplyAdd(r * r, tail, r);
    }
}
