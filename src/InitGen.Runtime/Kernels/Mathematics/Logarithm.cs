using System.Runtime.CompilerServices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Mathematics;

/// <summary>The natural logarithm, as far as the activation functions need it.</summary>
internal static class Logarithm
{
    /// <summary>ln(1 + t) for t from 0 to 1, by a minimax polynomial for (ln(1 + t) − t)/t².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes OfOnePlus<TLanes>(TLanes t)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes tail = Polynomial.Evaluate(t, 0.10680372f, -0.057662994f, 0.020203983f, -0.003318372f);
        tail = Polynomial.Evaluate(t, -0.24958578f, 0.19695346f, -0.15355262f, tail);
        tail = TLanes.MultiplyAdd(tail, t, TLanes.Broadcast(0.3333051f));
        tail = TLanes.MultiplyAdd(tail, t, TLanes.Broadcast(-0.4999993f));
        return TLanes.MultiplyAdd(t * t, tail, t);
    }
}
