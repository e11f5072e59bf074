using System.Runtime.CompilerServices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Mathematics;

/// <summary>The standard normal distribution.</summary>
internal static class NormalLanes
{
    /// <summary>From this distance on, the tail times anything up to the distance is below the least float.</summary>
    public const float Farthest = 14.5f;

    /// <summary>Φ(−a) = e^(−a²/2)·R(a), where R(a) = erfcx(a/√2)/2 is smooth and comes from a minimax polynomial.</summary>
    /// <param name="a">The distance from 0, at most <see cref="Farthest"/>.</param>
    /// <param name="product">a·Φ(−a), to the last digits where Φ(−a) itself is below the normal numbers.</param>
    /// <param name="density">e^(−a²/2)/√(2π).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Tail<TLanes>(TLanes a, out TLanes product, out TLanes density)
        where TLanes : struct, ILanes<TLanes>
    {
        // R(a)·(a + 2.5) varies little, as a polynomial in w = (a − 2.5)/(a + 2.5) from −1 to 0.71.
        TLanes one = TLanes.Broadcast(1);
        TLanes shift = TLanes.Broadcast(2.5f);
        TLanes sum = a + shift;
        TLanes reciprocal = one / sum;
        TLanes w = TLanes.MultiplyAdd(TLanes.Broadcast(-5), reciprocal, one);
        TLanes ratio = Polynomial.Evaluate(w, 0.0025385339f, 0.0007017156f, -0.00032254937f, -0.00016952175f);
        ratio = Polynomial.Evaluate(w, 0.009237737f, -0.016392438f, -0.0016097734f, ratio);
        ratio = Polynomial.Evaluate(w, 0.70665663f, -0.43369213f, 0.13198788f, ratio) * reciprocal;

        // What rounding took from a²/2, from the sum and from its reciprocal, relative to the result, goes into the exponent.
        TLanes half = TLanes.Broadcast(0.5f);
        TLanes square = a * a;
        TLanes lack = TLanes.MultiplyAdd(-sum, reciprocal, one);
        lack = TLanes.MultiplyAdd((sum - shift) - a, reciprocal, lack);
        lack = TLanes.MultiplyAdd(TLanes.MultiplyAdd(a, a, -square), -half, lack);
        TLanes fraction = ExponentialLanes.Split(-half * square, lack, out TLanes power, out TLanes scale);

        density = TLanes.MultiplyAdd(power, fraction, power) * scale * TLanes.Broadcast(0.398942280f);
        TLanes factor = a * ratio;
        TLanes factorRest = TLanes.MultiplyAdd(a, ratio, -factor);
        product = (factor + TLanes.MultiplyAdd(factor, fraction, factorRest)) * power * scale;
        return TLanes.MultiplyAdd(ratio, fraction, ratio) * power * scale;
    }
}
