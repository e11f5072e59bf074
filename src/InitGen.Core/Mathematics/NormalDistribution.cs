using System;

namespace InitGen.Mathematics;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    private const double InverseSqrtOfTwoPi = 0.398942280401432677939946059934;

    // Beyond, the upper tail is below the smallest double.
    private const double LastPoint = 40;

    // Mills' ratio (1 − Φ(z))/n(z) for z ≥ 0 as a quotient of polynomials, lowest degree first. Fitted to its exact values, computed with
    // 70 digits, by least squares with weights that level the relative error, which is below 1.1e-17. All coefficients are positive, so
    // that nothing cancels.
    private static readonly double[] Numerator =
    [
        1508803.46180230507, 2588109.43919437748, 2193301.37825380764, 1190014.25060621634,
        454082.397341353818, 126855.938969448233, 26261.3009010937556, 3986.20935960704372,
        426.692514316133989, 29.3420312991781117, 1.00000000000000001,
    ];

    private static readonly double[] Denominator =
    [
        1203850.98745797501, 3025546.67960136053, 3562112.79680958878, 2599053.50110720258,
        1309191.2181076086, 479500.31231147061, 130783.464287911491, 26685.9934150703681,
        4015.55139090947581, 427.692514316117775, 29.342031299178143,
    ];

    /// <summary>The density n(z) = exp(−z²/2)/√(2π).</summary>
    /// <param name="z">The point.</param>
    public static double Density(double z)
    {
        // The square of a large z is rounded, and its exponential would show that: the leading bits of z have an exact square.
        double size = Math.Abs(z);
        if (size >= LastPoint)
        {
            return 0;
        }

        double leading = Math.Floor(size * 1024) / 1024;
        return InverseSqrtOfTwoPi * Math.Exp(-leading * leading / 2) * Math.Exp(-(size - leading) * (size + leading) / 2);
    }

    /// <summary>The distribution function Φ(z), to a few units of the last digit in both tails.</summary>
    /// <param name="z">The point.</param>
    public static double Cumulative(double z) => Cumulative(z, Density(z));

    /// <summary>The distribution function Φ(z), for those who have the density already.</summary>
    internal static double Cumulative(double z, double density)
    {
        double tail = UpperTail(Math.Abs(z), density);
        return z <= 0 ? tail : 1 - tail;
    }

    /// <summary>The probability of an interval; in the tails too, it keeps its digits.</summary>
    /// <param name="interval">The interval.</param>
    public static double Probability(Interval interval) => interval.Lower > 0
        ? Cumulative(-interval.Lower) - Cumulative(-interval.Upper)
        : Cumulative(interval.Upper) - Cumulative(interval.Lower);

    private static double UpperTail(double z, double density)
    {
        if (z >= LastPoint)
        {
            return 0;
        }

        double numerator = 0;
        double denominator = 1;
        for (int i = Numerator.Length - 1; i >= 0; i--)
        {
            numerator = (numerator * z) + Numerator[i];
            denominator = (denominator * z) + Denominator[i];
        }

        return density * numerator / denominator;
    }
}
