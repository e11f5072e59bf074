using System.Runtime.CompilerServices;
using InitGen.Lanes;

namespace InitGen.Initialization;

/// <summary>N(mean, stdDev²), two words for two weights.</summary>
/// <param name="mean">The mean.</param>
/// <param name="stdDev">The standard deviation.</param>
internal readonly struct NormalSampler(float mean, float stdDev) : IWordSampler
{
    private readonly float _mean = mean;
    private readonly float _stdDev = stdDev;

    /// <inheritdoc/>
    public static bool Prepares => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWord Prepare<TLanes, TFloat, TWord>(TWord first)
        where TLanes : ILanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged => TLanes.AsWord(BoxMuller.Radius<TLanes, TFloat, TWord>(first));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (TFloat First, TFloat Second) Sample<TLanes, TFloat, TWord>(TWord first, TWord second)
        where TLanes : ILanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        TFloat mean = TLanes.Broadcast(_mean);
        TFloat stdDev = TLanes.Broadcast(_stdDev);
        (TFloat normal0, TFloat normal1) = BoxMuller.Turn<TLanes, TFloat, TWord>(TLanes.AsSingle(first), second);
        return (TLanes.FusedMultiplyAdd(normal0, stdDev, mean), TLanes.FusedMultiplyAdd(normal1, stdDev, mean));
    }
}
