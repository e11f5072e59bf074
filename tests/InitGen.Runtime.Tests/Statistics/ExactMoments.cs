using System;
using System.Collections.Generic;
using System.Numerics;

namespace InitGen.Runtime.Tests.Statistics;

/// <summary>Mean and standard deviation without rounding on the way: a float is a whole number of the smallest one, 2⁻¹⁴⁹.</summary>
internal static class ExactMoments
{
    private const int Digits = 200; // bits behind the point of the quotients that are rooted

    public static (double Mean, double StdDev) Of(IReadOnlyCollection<float> values)
    {
        BigInteger sum = 0;
        BigInteger squares = 0;
        foreach (float value in values)
        {
            BigInteger units = Units(value);
            sum += units;
            squares += units * units;
        }

        // n²·variance = n·Σx² − (Σx)²
        BigInteger n = values.Count;
        BigInteger scaledVariance = (n * squares) - (sum * sum);
        return (Quotient(sum, n), Quotient(Root(scaledVariance << (2 * Digits)), n << Digits));
    }

    private static BigInteger Units(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        int exponent = (bits >> 23) & 0xFF;
        BigInteger units = exponent == 0 ? bits & 0x7FFFFF : (BigInteger)((bits & 0x7FFFFF) | 0x800000) << (exponent - 1);
        return bits < 0 ? -units : units;
    }

    /// <summary>A quotient of whole numbers of 2⁻¹⁴⁹, to all digits of a double.</summary>
    private static double Quotient(BigInteger dividend, BigInteger divisor) =>
        Math.ScaleB((double)((dividend << Digits) / divisor), -Digits - 149);

    /// <summary>Newton's method, from above.</summary>
    private static BigInteger Root(BigInteger square)
    {
        if (square.IsZero)
        {
            return 0;
        }

        BigInteger root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + (square / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
