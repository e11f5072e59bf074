using System.Runtime.CompilerServices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Mathematics;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    /// <summary>From this distance on, the tail times anything up to the distance is below the least float.</summary>
    public const float Farthest = 14.5f;

    /// <summary>Φ(−a) = e^(−a²/2)·R(a), where R(a) = erfcx(a/√2)/2 is smooth and comes from a rational minimax approximation.</summary>
    /// <param name="a">The distance from 0, at most <see cref="Farthest"/>.</param>
    /// <param name="density">e^(−a²/2)/√(2π).</param>
    /// <param name="scale">A power of two that the result is to be multiplied by; other factors go first, to keep the precision of
    /// results that underflow.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Tail<TLanes>(TLanes a, out TLanes density, out TLanes scale)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes square = a * a;
        TLanes squareRest = TLanes.MultiplyAdd(a, a, -square); // a² = square + squareRest exactly: e^(−a²/2) feels the second part
        TLanes half = TLanes.Broadcast(-0.5f);
        TLanes exponential = Exponential.OfNonPositive(square * half, out scale);
        exponential = TLanes.MultiplyAdd(exponential, squareRest * half, exponential);
        density = exponential * scale * TLanes.Broadcast(0.398942280f);

        TLanes numerator = Polynomial.Evaluate(a, 0.5f, 0.4382930241f, 0.183233457f, 0.04063258369f, 0.004116189247f);
        TLanes denominator = Polynomial.Evaluate(a, 1.202496714f, 0.4694661178f, 0.10185723f, 0.01031763661f);
        denominator = TLanes.MultiplyAdd(denominator, a, TLanes.Broadcast(1.674471028f));
        denominator = TLanes.MultiplyAdd(denominator, a, TLanes.Broadcast(1));
        return exponential * (numerator / denominator);
    }
}
