using System;
using System.Collections.Generic;
using System.Linq;
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
    private static readonly Panels Fine = new(LastPoint: 9, Width: 3);

    // Of a double integral, which takes the square of the points: the probability beyond is 2e-9.
    private static readonly Panels Coarse = new(LastPoint: 6, Width: 6);

    // Relative to the distance from 0: φ is a straight line to eight digits there, and u would have fewer.
    private const double SmallestStdDev = 1e-8;

    // So that z and φ(z) stay finite.
    private const double LargestStdDev = 1e300;

    /// <inheritdoc cref="GaussianMoments.Of"/>
    internal static GaussianMoments Integrate(ActivationFunction function, double mean, double stdDev) =>
        Integrate(function, mean, stdDev, Fine);

    /// <inheritdoc cref="PairMoments.Of"/>
    internal static PairMoments IntegratePair(ActivationFunction function, double mean, double stdDev, double difference)
    {
        if (IsStraight(function, mean, stdDev, Coarse))
        {
            double slope = function.Derivative(mean);
            return new PairMoments(Math.Abs(slope) * difference, slope * slope);
        }

        // z = mean + common·u + own·w: u is the same for both inputs, w is not. The difference is small beside the rest where inputs are
        // hard to tell apart, and stays exact.
        double total = Math.Min(stdDev, LargestStdDev);
        double own = Math.Min(difference, total);
        double common = Math.Sqrt(total - own) * Math.Sqrt(total + own);
        if (own == 0 || common == 0)
        {
            GaussianMoments moments = Integrate(function, mean, total, Coarse);
            return own == 0
                ? new PairMoments(0, moments.DerivativeSecondMoment)
                : new PairMoments(moments.ActivationStdDev, moments.DerivativeMean * moments.DerivativeMean);
        }

        // What a kink does to the inner integral is as wide as w is.
        double width = Coarse.LastPoint * own;
        double[] breakpoints = [.. function.Breakpoints, .. function.Kinks.SelectMany(kink => new[] { kink - width, kink + width })];
        double weights = 0;
        double variance = 0;
        double derivatives = 0;
        foreach (double step in (double[])[common, -common])
        {
            foreach ((double u, double weight) in Points(breakpoints, mean, step, Coarse))
            {
                GaussianMoments inner = Integrate(function, mean + (step * u), own, Coarse);
                weights += weight;
                double ratio = inner.ActivationStdDev / own;
                variance += weight * ratio * ratio;
                derivatives += weight * inner.DerivativeMean * inner.DerivativeMean;
            }
        }

        return new PairMoments(Math.Sqrt(variance / weights) * own, derivatives / weights);
    }

    private static GaussianMoments Integrate(ActivationFunction function, double mean, double stdDev, Panels panels)
    {
        double finiteStdDev = Math.Min(stdDev, LargestStdDev);
        double saturatedFraction = SaturatedFraction(function, mean, finiteStdDev);
        if (IsStraight(function, mean, stdDev, panels))
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
        QuadratureSums sums = IntegrateHalf(function, mean, finiteStdDev, finiteUnit, panels)
            + IntegrateHalf(function, mean, -finiteStdDev, finiteUnit, panels);
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
    private static bool IsStraight(ActivationFunction function, double mean, double stdDev, Panels panels)
    {
        double reach = panels.LastPoint * stdDev;
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
    /// <param name="panels">How far and how finely.</param>
    private static QuadratureSums IntegrateHalf(ActivationFunction function, double mean, double step, double unit, Panels panels)
    {
        QuadratureSums sums = default;
        double median = function.Value(mean);
        foreach ((double t, double weight) in Points(function.Breakpoints, mean, step, panels))
        {
            (double value, double derivative) = function.Evaluate(mean + (step * t));
            sums.Add(weight, t, (value - median) / unit, derivative);
        }

        return sums;
    }

    /// <summary>The points of a half, and their weights under the normal density.</summary>
    private static IEnumerable<(double T, double Weight)> Points(double[] breakpoints, double mean, double step, Panels panels)
    {
        double start = 0;
        while (start < panels.LastPoint)
        {
            double end = PanelEnd(breakpoints, mean, step, start, panels);
            double center = (start + end) / 2;
            double radius = (end - start) / 2;
            for (int i = 0; i < GaussLegendre.Points.Length; i++)
            {
                double offset = radius * GaussLegendre.Points[i];
                double weight = radius * GaussLegendre.Weights[i];
                yield return (center - offset, weight * Density(center - offset));
                yield return (center + offset, weight * Density(center + offset));
            }

            start = end;
        }

        static double Density(double t) => Math.Exp(-t * t / 2);
    }

    private static double PanelEnd(double[] breakpoints, double mean, double step, double start, Panels panels)
    {
        double end = (Math.Floor(start / panels.Width) + 1) * panels.Width;
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

    /// <summary>Panels, in standard deviations: where the last ends, and how wide they are at most.</summary>
    private readonly record struct Panels(double LastPoint, double Width);
}
