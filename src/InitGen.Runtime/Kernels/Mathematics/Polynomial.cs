using System.Runtime.CompilerServices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Mathematics;

/// <summary>Polynomials by Horner's rule, each step a fused multiply-add.</summary>
internal static class Polynomial
{
    /// <summary>c0 + c1·x + c2·x² + c3·x³.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes x, float c0, float c1, float c2, float c3)
        where TLanes : struct, ILanes<TLanes> => Evaluate(x, c0, c1, c2, TLanes.Broadcast(c3));

    /// <summary>c0 + c1·x + c2·x² + c3·x³ + c4·x⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes x, float c0, float c1, float c2, float c3, float c4)
        where TLanes : struct, ILanes<TLanes> =>
        Evaluate(x, c0, c1, c2, TLanes.MultiplyAdd(TLanes.Broadcast(c4), x, TLanes.Broadcast(c3)));

    /// <summary>c0 + c1·x + c2·x² + tail·x³.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes x, float c0, float c1, float c2, TLanes tail)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sum = TLanes.MultiplyAdd(tail, x, TLanes.Broadcast(c2));
        sum = TLanes.MultiplyAdd(sum, x, TLanes.Broadcast(c1));
        return TLanes.MultiplyAdd(sum, x, TLanes.Broadcast(c0));
    }
}
