using System;
using InitGen.Activations;
using InitGen.Mathematics;

namespace InitGen.Propagation;

/// <summary>Integrates an activation function φ over a normal distribution, z = mean + stdDev·t: a Gauss–Legendre rule on panels that are
/// split at both scales, every three units of t for the density and at the breakpoints of φ. (A Gauss–Hermite rule, blind to the second,
/// fails where a narrow tanh stands under a wide density.)</summary>
/// <remarks>φ(z) is taken relative to φ(mean), in units of stdDev: u = (φ(z) − φ(mean))/stdDev, whose size is at most sup|φ'|·|t|. So
/// neither a small spread about a large mean nor very small or large numbers lose digits. As φ(mean) is the median of φ(z) (of the
/// functions that rise, and nearly so of the others), and mean and median are at most a standard deviation apart, E[u²] − E[u]² does not
/// cancel.</remarks>
internal static class GaussianQuadrature
{
    // The probability beyond is 2e-19.
    private const double LastPoint = 9;
    private const double PanelWidth = 3;

    // Relative to the distance from 0: φ is a straight line to eight digits there, and u would have fewer.
    private const double SmallestStdDev = 1e-8;

    // So that z and φ(z) stay finite.
    private const double LargestStdDev = 1e300;

    /// <inheritdoc cref="GaussianMoments.Of"/>
    internal static GaussianMoments Integrate(ActivationFunction function, double mean, double stdDev)
    {
        double finiteStdDev = Math.Min(stdDev, LargestStdDev);
        double saturatedFraction = SaturatedFraction(function, mean, finiteStdDev);
        if (IsStraight(function, mean, stdDev))
        {
            double slope = function.Derivative(mean);
            return new GaussianMoments
            {
                ActivationMean = function.Value(mean),
                ActivationStdDev = Math.Abs(slope) * stdDev,
                DerivativeMean = slope,
                DerivativeSecondMoment = slope * slope,
                SaturatedFraction = saturatedFraction,
            };
        }

        // The two halves are summed apart, as mirror images: what is 0 by symmetry comes out as exactly 0.
        QuadratureSums sums = IntegrateHalf(function, mean, finiteStdDev) + IntegrateHalf(function, mean, -finiteStdDev);
        double rise = sums.Rise / sums.Weight;
        double variance = (sums.RiseSquared / sums.Weight) - (rise * rise);
        double scale = function.Range is null ? stdDev : finiteStdDev;
        return new GaussianMoments
        {
            ActivationMean = function.Value(mean) + (rise == 0 ? 0 : rise * scale),
            ActivationStdDev = Math.Sqrt(Math.Max(variance, 0)) * scale,
            DerivativeMean = sums.Derivative / sums.Weight,
            DerivativeSecondMoment = sums.DerivativeSquared / sums.Weight,
            SaturatedFraction = saturatedFraction,
        };
    }

    /// <summary>Whether φ is a straight line wherever z can be.</summary>
    private static bool IsStraight(ActivationFunction function, double mean, double stdDev)
    {
        double reach = LastPoint * stdDev;
        for (int i = 0; i < function.Kinks.Count; i++)
        {
            if (Math.Abs(function.Kinks[i] - mean) < reach)
            {
                return false;
            }
        }

        return function.CurvedExtent == 0 || stdDev <= SmallestStdDev * Math.Max(1, Math.Abs(mean));
    }

    /// <summary>Integrates over the z on one side of the mean.</summary>
    /// <param name="function">The function φ.</param>
    /// <param name="mean">The mean of z.</param>
    /// <param name="step">The standard deviation of z, negative for the side below the mean.</param>
    private static QuadratureSums IntegrateHalf(ActivationFunction function, double mean, double step)
    {
        QuadratureSums sums = default;
        double median = function.Value(mean);
        double start = 0;
        while (start < LastPoint)
        {
            double end = PanelEnd(function.Breakpoints, mean, step, start);
            double center = (start + end) / 2;
            double radius = (end - start) / 2;
            for (int i = 0; i < GaussLegendre.Points.Length; i++)
            {
                AddPoint(center - (radius * GaussLegendre.Points[i]), radius * GaussLegendre.Weights[i]);
                AddPoint(center + (radius * GaussLegendre.Points[i]), radius * GaussLegendre.Weights[i]);
            }

            start = end;
        }

        return sums;

        void AddPoint(double t, double weight)
        {
            (double value, double derivative) = function.Evaluate(mean + (step * t));
            sums.Add(weight * Math.Exp(-t * t / 2), (value - median) / Math.Abs(step), derivative);
        }
    }

    private static double PanelEnd(double[] breakpoints, double mean, double step, double start)
    {
        double end = (Math.Floor(start / PanelWidth) + 1) * PanelWidth;
        foreach (double breakpoint in breakpoints)
        {
            double t = (breakpoint - mean) / step;
            if (t > start && t < end)
            {
                end = t;
            }
        }

        return end;
    }

    private static double SaturatedFraction(ActivationFunction function, double mean, double stdDev)
    {
        if (stdDev == 0)
        {
            return function.IsSaturated(mean) ? 1 : 0;
        }

        double fraction = 0;
        for (int i = 0; i < function.SaturatedIntervals.Count; i++)
        {
            Interval z = function.SaturatedIntervals[i];
            fraction += NormalDistribution.Probability(new Interval((z.Lower - mean) / stdDev, (z.Upper - mean) / stdDev));
        }

        return fraction;
    }
}
