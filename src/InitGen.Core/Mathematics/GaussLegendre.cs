namespace InitGen.Mathematics;

/// <summary>The Gauss–Legendre rule of 16 points on [−1, 1], exact for polynomials up to degree 31 (Abramowitz and Stegun, 25.4.30). A
/// point and its mirror image have the same weight.</summary>
internal static class GaussLegendre
{
    /// <summary>The positive points: the positive roots of the Legendre polynomial P₁₆.</summary>
    internal static readonly double[] Points =
    [
        0.0950125098376374402, 0.281603550779258913, 0.458016777657227386, 0.617876244402643748,
        0.755404408355003034, 0.865631202387831744, 0.944575023073232576, 0.989400934991649933,
    ];

    /// <summary>Their weights, 2/((1 − x²)·P₁₆'(x)²).</summary>
    internal static readonly double[] Weights =
    [
        0.189450610455068496, 0.182603415044923589, 0.169156519395002538, 0.149595988816576732,
        0.124628971255533872, 0.0951585116824927848, 0.0622535239386478929, 0.0271524594117540949,
    ];
}
