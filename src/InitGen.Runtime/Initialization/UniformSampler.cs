using System.Runtime.CompilerServices;
using InitGen.Lanes;

namespace InitGen.Initialization;

/// <summary>U(−limit, limit), one word a weight.</summary>
/// <param name="limit">The bound, never reached.</param>
internal readonly struct UniformSampler(float limit) : IWordSampler
{
    private readonly float _limit = limit;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (TFloat First, TFloat Second) Sample<TLanes, TFloat, TWord>(TWord first, TWord second)
        where TLanes : ILanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        TFloat limit = TLanes.Broadcast(_limit);
        return (
            TLanes.Multiply(Symmetric<TLanes, TFloat, TWord>(first), limit),
            TLanes.Multiply(Symmetric<TLanes, TFloat, TWord>(second), limit));
    }

    /// <summary>U(−1, 1): the odd multiples of 2⁻²⁴, all equally likely, without rounding. Symmetric, never 0, never ±1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TFloat Symmetric<TLanes, TFloat, TWord>(TWord word)
        where TLanes : ILanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        TWord odd = TLanes.Or(TLanes.ShiftRightArithmetic(word, 7), TLanes.Broadcast(1U));
        return TLanes.Multiply(TLanes.ConvertSigned(odd), TLanes.Broadcast(5.9604645E-08f)); // 2⁻²⁴
    }
}
