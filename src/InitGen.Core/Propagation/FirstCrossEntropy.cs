using System;
using System.Linq;
using InitGen.Mathematics;

namespace InitGen.Propagation;

/// <summary>The loss that a classifier starts from. Its logits are independent of the classes then, normal and alike, so that its
/// cross-entropy is E[ln Σ exp(z)] over K of them minus their mean: ln K where they are small.</summary>
public static class FirstCrossEntropy
{
    private const double EulerGamma = 0.57721566490153286;

    // The integrands are analytic and vanish at both ends: sums over equal steps of a fraction of their width are exact to eight digits.
    private const double Step = 0.2;
    private const double WideStdDev = 2;
    private const double Negligible = 1e-12;
    private static readonly double[] NormalPoints = Points(-8, 8);
    private static readonly double[] NormalWeights =
        [.. NormalPoints.Select(static z => Step * NormalDistribution.Density(z))];

    private static readonly double[] GumbelPoints = Points(-3.6, 28);
    private static readonly double[] GumbelWeights =
        [.. GumbelPoints.Select(static g => Step * Math.Exp(-g - Math.Exp(-g)))];

    /// <summary>The expected cross-entropy, in nats.</summary>
    /// <remarks>ln Σ exp(z) is the expectation of the largest z + g, g from a standard Gumbel distribution, minus that of one g, which is
    /// Euler's constant (Gumbel 1954).</remarks>
    /// <param name="classes">The number of classes K, at least 1.</param>
    /// <param name="logitStdDev">The standard deviation of the logits, at least 0.</param>
    /// <returns>The cross-entropy; NaN where the standard deviation is NaN or infinite.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is not positive, or <paramref name="logitStdDev"/> is
    /// negative.</exception>
    public static double Of(int classes, double logitStdDev)
    {
        if (classes < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(classes), classes, "The number of classes must be at least 1.");
        }

        if (logitStdDev < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(logitStdDev), logitStdDev, "A standard deviation must be at least 0.");
        }

        if (double.IsNaN(logitStdDev) || double.IsInfinity(logitStdDev))
        {
            return double.NaN;
        }

        // An upper bound of what is sought, and a point near the peak of what is integrated.
        double width = Math.Sqrt(2 * Math.Log(classes));
        double center = logitStdDev < width ? Math.Log(classes) + (logitStdDev * logitStdDev / 2) : logitStdDev * width;

        // ∫ u·K·F(u)^(K−1)·F'(u) du over the distribution F of z + g, from there to both sides.
        double step = 2 * Step * Math.Max(logitStdDev / (1 + width), 1);
        double sum = 0;
        double total = 0;
        for (int direction = -1; direction <= 1; direction += 2)
        {
            double largest = 0;
            double weight;
            double u = direction < 0 ? center : center + step;
            do
            {
                (double cumulative, double density) = Sum(u, logitStdDev);
                weight = cumulative > 0 ? density * Math.Exp((classes - 1) * Math.Log(cumulative)) : 0;
                largest = Math.Max(largest, weight);
                sum += (u - center) * weight;
                total += weight;
                u += direction * step;
            }
            while (weight > Negligible * largest);
        }

        return center + (sum / total) - EulerGamma;
    }

    // The distribution of z + g and its density, smooth at the scale of the wider of the two.
    private static (double Cumulative, double Density) Sum(double u, double stdDev)
    {
        double cumulative = 0;
        double density = 0;
        if (stdDev < WideStdDev)
        {
            for (int i = 0; i < NormalPoints.Length; i++)
            {
                double exponential = Math.Exp((stdDev * NormalPoints[i]) - u);
                double gumbel = NormalWeights[i] * Math.Exp(-exponential);
                cumulative += gumbel;
                density += exponential * gumbel;
            }
        }
        else
        {
            for (int i = 0; i < GumbelPoints.Length; i++)
            {
                double z = (u - GumbelPoints[i]) / stdDev;
                double normal = NormalDistribution.Density(z);
                cumulative += GumbelWeights[i] * NormalDistribution.Cumulative(z, normal);
                density += GumbelWeights[i] * normal / stdDev;
            }
        }

        return (Math.Min(cumulative, 1), density);
    }

    private static double[] Points(double first, double last) =>
        [.. Enumerable.Range(0, (int)Math.Round((last - first) / Step) + 1).Select(index => first + (index * Step))];
}
