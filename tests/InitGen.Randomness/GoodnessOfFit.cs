using System;

namespace InitGen.Randomness;

/// <summary>Whether a sample may come from a continuous distribution: the probabilities of a worse fit.</summary>
public static class GoodnessOfFit
{
    /// <summary>The p-value of the test of Kolmogorov and Smirnov, for large samples.</summary>
    /// <param name="sorted">The sample, in ascending order.</param>
    /// <param name="below">The distribution function.</param>
    public static double KolmogorovSmirnov(ReadOnlySpan<float> sorted, Func<double, double> below)
    {
        double n = sorted.Length;
        double distance = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double expected = below(sorted[i]);
            distance = Math.Max(distance, Math.Max(((i + 1) / n) - expected, expected - (i / n)));
        }

        // Stephens 1970: the limit distribution, with a correction that makes it good to three digits from n = 5 on.
        return KolmogorovTail((Math.Sqrt(n) + 0.12 + (0.11 / Math.Sqrt(n))) * distance);
    }

    /// <summary>The p-value of the test of Anderson and Darling, which weighs the tails, for large samples.</summary>
    /// <param name="sorted">The sample, in ascending order.</param>
    /// <param name="below">The distribution function F.</param>
    /// <param name="above">1 − F, to full precision where it is small.</param>
    public static double AndersonDarling(ReadOnlySpan<float> sorted, Func<double, double> below, Func<double, double> above)
    {
        // A² = −n − (1/n)·Σ (2i + 1)·ln F(xᵢ) + (2(n − i) − 1)·ln(1 − F(xᵢ)), the terms of a sum near −n added with compensation.
        double n = sorted.Length;
        double sum = 0;
        double rest = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double term = (((2.0 * i) + 1) / n * Math.Log(below(sorted[i]))) + (((2.0 * (n - i)) - 1) / n * Math.Log(above(sorted[i]))) - rest;
            double next = sum + term;
            rest = (next - sum) - term;
            sum = next;
        }

        return AndersonDarlingTail(-n - sum);
    }

    /// <summary>The probability that Kolmogorov's distribution exceeds a value: 2·Σ (−1)ᵏ⁻¹·exp(−2k²x²).</summary>
    /// <param name="x">√n times the largest distance.</param>
    public static double KolmogorovTail(double x)
    {
        if (x < 0.2)
        {
            return 1; // to 13 digits
        }

        double sum = 0;
        for (int k = 100; k >= 1; k--)
        {
            sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2.0 * k * k * x * x);
        }

        return Math.Clamp(sum, 0, 1);
    }

    /// <summary>The probability that the limit distribution of A² exceeds a value, to 2e-6 (Marsaglia and Marsaglia 2004, "Evaluating the
    /// Anderson-Darling distribution").</summary>
    /// <param name="x">A².</param>
    public static double AndersonDarlingTail(double x) => x switch
    {
        <= 0 => 1,
        < 2 => 1 - (Math.Exp(-1.2337141 / x) / Math.Sqrt(x)
            * (2.00012 + ((0.247105 - ((0.0649821 - ((0.0347962 - ((0.0116720 - (0.00168691 * x)) * x)) * x)) * x)) * x))),
        _ => 1 - Math.Exp(-Math.Exp(1.0776 - ((2.30695 - ((0.43424 - ((0.082433 - ((0.008056 - (0.0003146 * x)) * x)) * x)) * x)) * x))),
    };
}
