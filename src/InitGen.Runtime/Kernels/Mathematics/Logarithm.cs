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
        TLanes tail = Polynomial.Evaluate(t, 0.1068037362f, -0.05766300339f, 0.0202039824f, -0.003318370993f);
        tail = Polynomial.Evaluate(t, -0.2495857429f, 0.1969534477f, -0.153552643f, tail);
        tail = TLanes.MultiplyAdd(tail, t, TLanes.Broadcast(0.3333050979f));
        tail = TLanes.MultiplyAdd(tail, t, TLanes.Broadcast(-0.499999327f));
        return TLanes.MultiplyAdd(t * t, tail, t);
    }
}
