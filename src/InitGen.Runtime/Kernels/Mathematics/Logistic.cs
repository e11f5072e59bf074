using System.Runtime.CompilerServices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Mathematics;

/// <summary>The logistic function σ(z) = 1/(1 + e⁻ᶻ).</summary>
internal static class Logistic
{
    /// <summary>σ(z), from e^−|z|, which never overflows.</summary>
    /// <param name="z">The argument.</param>
    /// <param name="derivative">σ'(z).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes z, out TLanes derivative)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes one = TLanes.Broadcast(1);
        TLanes exponential = ExponentialLanes.OfNonPositive(-TLanes.Abs(z));
        TLanes reciprocal = one / (one + exponential);
        TLanes tail = exponential * reciprocal;
        derivative = Derivative(tail);
        return TLanes.Select(TLanes.LessThan(z, TLanes.Broadcast(0)), tail, reciprocal);
    }

    /// <summary>σ' = σ·(1 − σ), from the smaller of the two factors, where nothing cancels.</summary>
    /// <param name="tail">σ(−|z|).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Derivative<TLanes>(TLanes tail)
        where TLanes : struct, ILanes<TLanes> => TLanes.MultiplyAdd(-tail, tail, tail);
}
