using System.Runtime.CompilerServices;
using InitGen.Lanes;

namespace InitGen.Initialization;

/// <summary>A distribution that makes two weights of two words.</summary>
internal interface IWordSampler
{
    /// <summary>Whether there is anything to prepare.</summary>
    static virtual bool Prepares => false;

    /// <summary>The first part of the work on first words, where it is long: it is done in a loop of its own.</summary>
    /// <returns>What <see cref="Sample"/> takes for them.</returns>
    static virtual TWord Prepare<TLanes, TFloat, TWord>(TWord first)
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged => first;

    /// <summary>The weights that two words stand for, in each lane, the first of them prepared.</summary>
    (TFloat First, TFloat Second) Sample<TLanes, TFloat, TWord>(TWord first, TWord second)
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged;
}

/// <summary>U(−limit, limit), one word a weight.</summary>
/// <param name="limit">The bound, never reached.</param>
internal readonly struct UniformSampler(float limit) : IWordSampler
{
    private readonly float _limit = limit;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (TFloat First, TFloat Second) Sample<TLanes, TFloat, TWord>(TWord first, TWord second)
        where TLanes : ISampleLanes<TFloat, TWord>
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
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        TWord odd = TLanes.Or(TLanes.ShiftRightArithmetic(word, 7), TLanes.Broadcast(1U));
        return TLanes.Multiply(TLanes.ConvertSigned(odd), TLanes.Broadcast(5.9604645E-08f)); // 2⁻²⁴
    }
}

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
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged => TLanes.AsWord(BoxMuller.Radius<TLanes, TFloat, TWord>(first));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (TFloat First, TFloat Second) Sample<TLanes, TFloat, TWord>(TWord first, TWord second)
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        TFloat mean = TLanes.Broadcast(_mean);
        TFloat stdDev = TLanes.Broadcast(_stdDev);
        (TFloat normal0, TFloat normal1) = BoxMuller.Turn<TLanes, TFloat, TWord>(TLanes.AsSingle(first), second);
        return (TLanes.FusedMultiplyAdd(normal0, stdDev, mean), TLanes.FusedMultiplyAdd(normal1, stdDev, mean));
    }
}

/// <summary>A normal distribution cut at two standard deviations from its mean, one word a weight: the inverse of its distribution
/// function at a uniform number, so that no draw is rejected and a weight has a word of its own.</summary>
/// <param name="mean">The mean.</param>
/// <param name="scale">The standard deviation before the cut.</param>
internal readonly struct TruncatedNormalSampler(float mean, float scale) : IWordSampler
{
    private readonly float _mean = mean;
    private readonly float _scale = scale;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (TFloat First, TFloat Second) Sample<TLanes, TFloat, TWord>(TWord first, TWord second)
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        TFloat mean = TLanes.Broadcast(_mean);
        TFloat scale = TLanes.Broadcast(_scale);
        return (
            TLanes.FusedMultiplyAdd(Standard<TLanes, TFloat, TWord>(first), scale, mean),
            TLanes.FusedMultiplyAdd(Standard<TLanes, TFloat, TWord>(second), scale, mean));
    }

    /// <summary>z = Φ⁻¹(1/2 + y·(Φ(2) − 1/2)) for y = n·2⁻³¹, with n the word read as a signed integer, made odd and rounded to single
    /// precision: |z| &lt; 2. z/y is a smooth function of w = y² − 1 that grows steep only towards w = 0.098. The quotient of two
    /// polynomials of degree 4 whose terms are all positive, so that none cancels another, has it to 7.5e-8 (a minimax fit by iteratively
    /// reweighted least squares in 50-digit arithmetic, rounded to single precision, then a search among the neighbours of the
    /// coefficients).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TFloat Standard<TLanes, TFloat, TWord>(TWord word)
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        TFloat n = TLanes.ConvertSigned(TLanes.Or(word, TLanes.Broadcast(1U)));
        TFloat y = TLanes.Multiply(n, TLanes.Broadcast(4.656613E-10f)); // 2⁻³¹
        TFloat w = TLanes.FusedMultiplyAdd(y, y, TLanes.Broadcast(-1f));
        TFloat p = TLanes.Broadcast(4.384409f);
        p = TLanes.FusedMultiplyAdd(p, w, TLanes.Broadcast(-54.24161f));
        p = TLanes.FusedMultiplyAdd(p, w, TLanes.Broadcast(74.49075f));
        p = TLanes.FusedMultiplyAdd(p, w, TLanes.Broadcast(-24.256374f));
        p = TLanes.FusedMultiplyAdd(p, w, TLanes.Broadcast(1.9999999f));
        TFloat q = TLanes.Broadcast(10.705817f);
        q = TLanes.FusedMultiplyAdd(q, w, TLanes.Broadcast(-55.253433f));
        q = TLanes.FusedMultiplyAdd(q, w, TLanes.Broadcast(52.425793f));
        q = TLanes.FusedMultiplyAdd(q, w, TLanes.Broadcast(-13.838006f));
        q = TLanes.FusedMultiplyAdd(q, w, TLanes.Broadcast(1f));
        return TLanes.Divide(TLanes.Multiply(y, p), q);
    }
}
