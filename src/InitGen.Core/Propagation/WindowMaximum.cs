using System;
using System.Collections.Generic;
using InitGen.Activations;
using InitGen.Mathematics;

namespace InitGen.Propagation;

/// <summary>The largest of k values φ(z) whose z are normal and all equally correlated: z = mean + common·p + apart·rᵢ with independent
/// p, rᵢ ~ N(0, 1), so that the largest, of a φ that rises, is φ(mean + common·p + apart·t) with t the largest of k independent ones,
/// whose density is k·n(t)·Φ(t)^(k − 1).</summary>
internal readonly record struct WindowMaximum
{
    // The probability beyond is 2e-19.
    private const double LastPoint = 9;
    private const double PanelWidth = 1.5;
    private const double Negligible = 1e-14;

    /// <summary>How far the mean rises, in standard deviations of φ(z).</summary>
    public double Rise { get; private init; }

    /// <summary>The standard deviation, in those of φ(z).</summary>
    public double StdDev { get; private init; }

    /// <summary>The part of it that tells inputs apart. As one of a normal distribution with the mean and the variance of the largest
    /// z.</summary>
    public double Difference { get; private init; }

    /// <summary>The part of it that differs between windows that do not overlap, in the same way.</summary>
    public double BetweenPositions { get; private init; }

    /// <summary>E[φ'²] at the largest over E[φ'²] at any.</summary>
    public double SlopeGain { get; private init; }

    /// <summary>The largest of a window.</summary>
    /// <param name="function">The function φ. Of one that falls a little below 0, as GELU does, the φ of the largest z is taken.</param>
    /// <param name="z">The z, of which it is known what differs between positions.</param>
    /// <param name="count">The number k of values, at least 1; on average, where windows reach over the border.</param>
    public static WindowMaximum Of(ActivationFunction function, Signal z, double count)
    {
        GaussianMoments any = GaussianMoments.Of(function, z.Mean, z.StdDev);
        double apart = Math.Min(z.BetweenPositions, z.StdDev);
        double common = Math.Sqrt(z.StdDev - apart) * Math.Sqrt(z.StdDev + apart);
        double weights = 0;
        double mean = 0;
        double square = 0;
        double rise = 0;
        double riseSquare = 0;
        double slope = 0;
        foreach ((double t, double weight) in Points(function, z.Mean, apart, count))
        {
            // Given t, z is normal.
            GaussianMoments given = GaussianMoments.Of(function, z.Mean + (apart * t), common);
            double y = (given.ActivationMean - any.ActivationMean) / any.ActivationStdDev;
            double spread = given.ActivationStdDev / any.ActivationStdDev;
            weights += weight;
            mean += weight * t;
            square += weight * t * t;
            rise += weight * y;
            riseSquare += weight * ((y * y) + (spread * spread));
            slope += weight * given.DerivativeSecondMoment;
        }

        mean /= weights;
        rise /= weights;
        double lost = 1 - Math.Max((square / weights) - (mean * mean), 0); // of the variance of a single t

        // As far as positions differ in the same way for all inputs, these have one winner, and keep what tells them apart.
        double shared = apart == 0 ? 0 : Math.Min(apart, z.Difference) / Math.Max(apart, z.Difference);
        double stdDev = Math.Sqrt(Math.Max((riseSquare / weights) - (rise * rise), 0));
        LayerSignal normal = LayerSignal.Of(function, new Signal(
            z.Mean + (apart * mean),
            Math.Sqrt(Math.Max((z.StdDev * z.StdDev) - (lost * apart * apart), 0)),
            z.Difference * Math.Sqrt(1 - (lost * shared * shared)))
        {
            BetweenPositions = Math.Sqrt(1 - lost) * apart,
        });
        double unit = normal.Moments.ActivationStdDev == 0 ? 0 : stdDev / normal.Moments.ActivationStdDev;
        return new WindowMaximum
        {
            Rise = rise,
            StdDev = stdDev,
            Difference = unit * normal.Pair.SignalStdDev,
            BetweenPositions = unit * normal.BetweenPositions,
            SlopeGain = any.DerivativeSecondMoment == 0 ? 1 : slope / weights / any.DerivativeSecondMoment,
        };
    }

    /// <summary>Points t and their weights under the density of the largest of k, in panels that are split where z passes a breakpoint of
    /// φ.</summary>
    private static IEnumerable<(double T, double Weight)> Points(ActivationFunction function, double mean, double apart, double count)
    {
        if (apart == 0)
        {
            yield return (0, 1);
            yield break;
        }

        double start = -LastPoint;
        while (start < LastPoint)
        {
            double end = Math.Min(start + PanelWidth, LastPoint);
            foreach (double breakpoint in function.Breakpoints)
            {
                double t = (breakpoint - mean) / apart;
                end = t > start && t < end ? t : end;
            }

            double center = (start + end) / 2;
            double radius = (end - start) / 2;
            for (int i = 0; i < 2 * GaussLegendre.Points.Length; i++)
            {
                double t = center + ((i % 2 == 0 ? radius : -radius) * GaussLegendre.Points[i / 2]);
                double normal = NormalDistribution.Density(t);
                double density = count * normal * Math.Pow(NormalDistribution.Cumulative(t, normal), count - 1);
                if (density > Negligible)
                {
                    yield return (t, density * radius * GaussLegendre.Weights[i / 2]);
                }
            }

            start = end;
        }
    }
}
