using System;
using InitGen.Activations;
using InitGen.Mathematics;

namespace InitGen.Propagation;

/// <summary>Integrates an activation function φ over a normal distribution, z = mean + stdDev·t: a Gauss–Legendre rule on panels that are
/// split at both scales, every three units of t for the density and at the breakpoints of φ. (A Gauss–Hermite rule, blind to the second,
/// fails where a narrow tanh stands under a wide density.)</summary>
/// <remarks>φ(z) is taken relative to φ(mean) and to a unit, u = (φ(z) − φ(mean))/unit: the unit is stdDev, or 1 where φ is bounded and
/// stdDev larger, so that u is about as large as t at most. Then neither a small spread about a large mean nor very small or large numbers
/// lose digits. As φ(mean) is the median of φ(z) (of the functions that rise, and nearly so of the others), and mean and median are at
/// most a standard deviation apart, E[u²] − E[u]² does not cancel.</remarks>
internal static class GaussianQuadrature
{
    // The probability beyond is 2e-19.
    private const double LastPoint = 9;
    private const double PanelWidth = 3;

    // Relative to the distance from 0: φ is a straight line to eight digits there, and u would have fewer.
    private const double SmallestStdDev = 1e-8;

    // So that z and φ(z) stay finite.
    internal const double LargestStdDev = 1e300;

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
                ActivationSkewness = 0,
                ActivationKurtosis = 3,
                VarianceSlope = 1,
                MeanSlope = 0,
                DerivativeKurtosis = 1,
                DerivativeSlope = 0,
            };
        }

        // The two halves are summed apart, as mirror images: what is 0 by symmetry comes out as exactly 0.
        double unit = function.Range is null ? stdDev : Math.Min(stdDev, 1);
        double finiteUnit = Math.Min(unit, LargestStdDev);
        QuadratureSums sums = IntegrateHalf(function, mean, finiteStdDev, finiteUnit)
            + IntegrateHalf(function, mean, -finiteStdDev, finiteUnit);
        double rise = sums.Rise / sums.Weight;
        double variance = Math.Max((sums.RiseSquared / sums.Weight) - (rise * rise), 0);
        double squared = sums.RiseSquared / sums.Weight;
        double cubed = sums.RiseCubed / sums.Weight;
        double skew = cubed - (3 * rise * squared) + (2 * rise * rise * rise);
        double fourth = (sums.RiseFourth / sums.Weight) - (4 * rise * cubed) + (3 * rise * rise * ((2 * squared) - (rise * rise)));
        double derivativeSquared = sums.DerivativeSquared / sums.Weight;
        return new GaussianMoments
        {
            ActivationMean = function.Value(mean) + (rise == 0 ? 0 : rise * unit),
            ActivationStdDev = Math.Sqrt(variance) * unit,
            DerivativeMean = sums.Derivative / sums.Weight,
            DerivativeSecondMoment = derivativeSquared,
            SaturatedFraction = saturatedFraction,
            ActivationSkewness = Ratio(skew, variance * Math.Sqrt(variance)),
            ActivationKurtosis = Ratio(fourth, variance * variance),
            VarianceSlope = Ratio((sums.WideningRiseSquared - (2 * rise * sums.WideningRise)) / sums.Weight, 2 * variance),
            MeanSlope = Ratio(sums.WideningRise / sums.Weight, 2 * Math.Sqrt(variance)),
            DerivativeKurtosis = Ratio(sums.DerivativeFourth / sums.Weight, derivativeSquared * derivativeSquared),
            DerivativeSlope = Ratio(sums.WideningDerivativeSquared / sums.Weight, 2 * derivativeSquared),
        };
    }

    /// <summary>A ratio to what may have no digits left; 0 then.</summary>
    private static double Ratio(double value, double size) => size == 0 ? 0 : value / size;

    /// <summary>Whether φ is a straight line wherever z can be.</summary>
    internal static bool IsStraight(ActivationFunction function, double mean, double stdDev)
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
    /// <param name="unit">What u is measured in.</param>
    private static QuadratureSums IntegrateHalf(ActivationFunction function, double mean, double step, double unit)
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
            sums.Add(weight * Math.Exp(-t * t / 2), t, (value - median) / unit, derivative);
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
