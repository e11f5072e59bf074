using System.Runtime.CompilerServices;
using InitGen.Lanes;

namespace InitGen;

/// <summary>Pairs of independent standard normal numbers from pairs of random words (Box and Muller 1958): a radius √(−2·ln u) and an
/// angle, in polynomials of this project's own, because a library's logarithm has other bits on other machines. Each of the three
/// functions is within 2 units in the last place. The coefficients are minimax (Remez exchange in 50-digit arithmetic for the relative
/// error, rounded to single precision, then a search among their neighbours).</summary>
internal static class BoxMuller
{
    /// <summary>The bits of 2/3.</summary>
    private const uint TwoThirds = 0x3F2AAAAB;

    /// <summary>The pairs of normal numbers that pairs of words stand for. None is 0, none beyond ±6.56.</summary>
    /// <param name="radius">The words that the radii come from: u = n·(2⁻³¹ − 2⁻⁵⁸) with n the word's upper 31 bits, made odd, rounded
    /// to single precision; so 0 &lt; u &lt; 1.</param>
    /// <param name="angle">The words that the angles come from: the highest bit turns by 180°, the next one by 90° (up to the sense of
    /// rotation), the others lie evenly between −45° and 45°.</param>
    /// <returns>The numbers along the first axis and those along the second.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TFloat First, TFloat Second) Transform<TLanes, TFloat, TWord>(TWord radius, TWord angle)
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged => Turn<TLanes, TFloat, TWord>(Radius<TLanes, TFloat, TWord>(radius), angle);

    /// <summary>The pairs at radii, turned by what words say.</summary>
    /// <param name="radius">The radii.</param>
    /// <param name="angle">The words that the angles come from, as <see cref="Transform"/> has them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TFloat First, TFloat Second) Turn<TLanes, TFloat, TWord>(TFloat radius, TWord angle)
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        TFloat turned = TLanes.AsSingle(TLanes.Xor(TLanes.AsWord(radius), TLanes.And(angle, TLanes.Broadcast(0x80000000))));

        TFloat eighth = TLanes.ConvertSigned(TLanes.Or(TLanes.ShiftLeft(angle, 2), TLanes.Broadcast(2U)));
        (TFloat sin, TFloat cos) = SinCos<TLanes, TFloat, TWord>(TLanes.Multiply(eighth, TLanes.Broadcast(3.6572952E-10f))); // π/4·2⁻³¹

        TWord quarterTurn = TLanes.ShiftRightArithmetic(TLanes.ShiftLeft(angle, 1), 31);
        TFloat first = TLanes.Select(quarterTurn, sin, cos);
        TFloat second = TLanes.Select(quarterTurn, cos, sin);
        return (TLanes.Multiply(turned, first), TLanes.Multiply(turned, second));
    }

    /// <summary>The radii that words stand for.</summary>
    /// <param name="radius">The words, as <see cref="Transform"/> has them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TFloat Radius<TLanes, TFloat, TWord>(TWord radius)
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        // n = 2³¹·2ᵉ·(1 + f), with f from −1/3 to 1/3.
        TFloat n = TLanes.ConvertSigned(TLanes.Or(TLanes.ShiftRight(radius, 1), TLanes.Broadcast(1U)));
        TWord bits = TLanes.Add(TLanes.AsWord(n), TLanes.Broadcast(unchecked(0U - (TwoThirds + (31U << 23)))));
        TFloat e = TLanes.ConvertSigned(TLanes.ShiftRightArithmetic(bits, 23));
        TWord fraction = TLanes.Add(TLanes.And(bits, TLanes.Broadcast(0x7FFFFFU)), TLanes.Broadcast(TwoThirds));
        TFloat f = TLanes.Add(TLanes.AsSingle(fraction), TLanes.Broadcast(-1f));

        // −2·ln(1 + f)/f, to 2.7e-8.
        TFloat f2 = TLanes.Multiply(f, f);
        TFloat f4 = TLanes.Multiply(f2, f2);
        TFloat q01 = TLanes.FusedMultiplyAdd(f, TLanes.Broadcast(0.9999987f), TLanes.Broadcast(-2f));
        TFloat q23 = TLanes.FusedMultiplyAdd(f, TLanes.Broadcast(0.50015676f), TLanes.Broadcast(-0.66666394f));
        TFloat q45 = TLanes.FusedMultiplyAdd(f, TLanes.Broadcast(0.32831934f), TLanes.Broadcast(-0.40022355f));
        TFloat q67 = TLanes.FusedMultiplyAdd(f, TLanes.Broadcast(0.30777097f), TLanes.Broadcast(-0.27991652f));
        TFloat lower = TLanes.FusedMultiplyAdd(q23, f2, q01);
        TFloat upper = TLanes.FusedMultiplyAdd(q67, f2, q45);
        upper = TLanes.FusedMultiplyAdd(f4, TLanes.Broadcast(-0.2805271f), upper);
        TFloat q = TLanes.FusedMultiplyAdd(upper, f4, lower);

        // 2⁻²⁶ is −2·ln(1 − 2⁻²⁷): it keeps the radius from being 0 where n was rounded up to 2³¹.
        TFloat square = TLanes.FusedMultiplyAdd(q, f, TLanes.Broadcast(1.4901161E-08f));
        return TLanes.Sqrt(TLanes.FusedMultiplyAdd(e, TLanes.Broadcast(-1.3862944f), square)); // −2·ln 2
    }

    /// <summary>Sine and cosine of angles from −π/4 to π/4, to 4e-9 and 3.9e-8 before rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TFloat Sin, TFloat Cos) SinCos<TLanes, TFloat, TWord>(TFloat angle)
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        TFloat square = TLanes.Multiply(angle, angle);
        TFloat s = TLanes.FusedMultiplyAdd(square, TLanes.Broadcast(-0.00019518292f), TLanes.Broadcast(0.008332189f));
        s = TLanes.FusedMultiplyAdd(square, s, TLanes.Broadcast(-0.16666655f));
        TFloat sin = TLanes.FusedMultiplyAdd(TLanes.Multiply(square, angle), s, angle);
        TFloat c = TLanes.FusedMultiplyAdd(square, TLanes.Broadcast(-0.0013591017f), TLanes.Broadcast(0.041655716f));
        c = TLanes.FusedMultiplyAdd(square, c, TLanes.Broadcast(-0.49999884f));
        return (sin, TLanes.FusedMultiplyAdd(square, c, TLanes.Broadcast(1f)));
    }
}
