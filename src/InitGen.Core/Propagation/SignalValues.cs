using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Activations;
using InitGen.Mathematics;

namespace InitGen.Propagation;

/// <summary>How the values of a signal are distributed that is not normal: points and their probabilities.</summary>
internal sealed class SignalValues
{
    // As far as a normal density is told from 0, and in so many panels of the Gauss–Legendre rule.
    private const double Extent = 8;
    private const int Panels = 6;

    private readonly double[] _values;
    private readonly double[] _probabilities;

    private SignalValues(double[] values, double[] probabilities)
    {
        _values = values;
        _probabilities = probabilities;
        Mean = Average(static value => value);
        StdDev = Math.Sqrt(Math.Max(Average(value => (value - Mean) * (value - Mean)), 0));
    }

    /// <summary>The mean.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation.</summary>
    public double StdDev { get; }

    /// <summary>Those of a normal signal.</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="stdDev">Its standard deviation, positive.</param>
    /// <param name="kinks">Where a function of it will have kinks.</param>
    public static SignalValues OfNormal(double mean, double stdDev, IEnumerable<double> kinks) =>
        OfDensity(mean - (Extent * stdDev), mean + (Extent * stdDev), kinks, z => NormalDistribution.Density((z - mean) / stdDev) / stdDev);

    /// <summary>The same values, moved and scaled.</summary>
    /// <param name="mean">Their mean.</param>
    /// <param name="stdDev">Their standard deviation; negative where they change sides.</param>
    public SignalValues At(double mean, double stdDev)
    {
        double scale = StdDev == 0 ? 0 : stdDev / StdDev;
        return new([.. _values.Select(value => mean + (scale * (value - Mean)))], _probabilities);
    }

    /// <summary>Those of the sum of this signal and of a normal one that is independent of it.</summary>
    /// <param name="mean">The mean of the other signal.</param>
    /// <param name="stdDev">The standard deviation of the other signal, positive.</param>
    /// <param name="kinks">Where a function of the sum will have kinks.</param>
    public SignalValues Plus(double mean, double stdDev, IEnumerable<double> kinks)
    {
        double[] centers = [.. _values.Select(value => value + mean)];
        return OfDensity(centers.Min() - (Extent * stdDev), centers.Max() + (Extent * stdDev), kinks, z =>
        {
            double density = 0;
            for (int i = 0; i < centers.Length; i++)
            {
                density += _probabilities[i] * NormalDistribution.Density((z - centers[i]) / stdDev);
            }

            return density / stdDev;
        });
    }

    /// <summary>Those of a function of the signal; values that are equal, as those that a rectifier cuts off, count as one.</summary>
    /// <param name="function">The function.</param>
    public SignalValues Through(ActivationFunction function)
    {
        (double Value, double Probability)[] points =
        [
            .. _values.Zip(_probabilities, (value, probability) => (Value: function.Evaluate(value).Value, Probability: probability))
                .GroupBy(static point => point.Value)
                .Select(static equal => (equal.Key, equal.Sum(static point => point.Probability))),
        ];
        return new([.. points.Select(static point => point.Value)], [.. points.Select(static point => point.Probability)]);
    }

    /// <summary>The moments of a function of the signal: those of a normal one, corrected.</summary>
    /// <param name="function">The function.</param>
    /// <param name="normal">Those of a normal signal of the same mean and standard deviation.</param>
    public GaussianMoments MomentsOf(ActivationFunction function, GaussianMoments normal)
    {
        SignalValues activations = Through(function);
        return normal with
        {
            ActivationMean = activations.Mean,
            ActivationStdDev = activations.StdDev,
            DerivativeMean = Average(value => function.Evaluate(value).Derivative),
            DerivativeSecondMoment = Average(value => function.Evaluate(value).Derivative is var slope ? slope * slope : 0),
            SaturatedFraction = function.IsRectifier ? Average(value => function.Evaluate(value).Derivative == 0 ? 1 : 0) : normal.SaturatedFraction,
        };
    }

    private static SignalValues OfDensity(double first, double last, IEnumerable<double> kinks, Func<double, double> density)
    {
        double[] edges = [first, .. kinks.Where(kink => kink > first && kink < last).OrderBy(static kink => kink), last];
        List<double> values = [];
        List<double> probabilities = [];
        double sum = 0;
        for (int edge = 1; edge < edges.Length; edge++)
        {
            int panels = Math.Max(1, (int)Math.Ceiling(Panels * (edges[edge] - edges[edge - 1]) / (last - first)));
            double half = (edges[edge] - edges[edge - 1]) / panels / 2;
            for (int panel = 0; panel < panels; panel++)
            {
                double middle = edges[edge - 1] + (((2 * panel) + 1) * half);
                for (int i = 0; i < GaussLegendre.Points.Length; i++)
                {
                    foreach (double z in (double[])[middle - (half * GaussLegendre.Points[i]), middle + (half * GaussLegendre.Points[i])])
                    {
                        double probability = half * GaussLegendre.Weights[i] * density(z);
                        values.Add(z);
                        probabilities.Add(probability);
                        sum += probability;
                    }
                }
            }
        }

        return new([.. values], [.. probabilities.Select(probability => probability / sum)]);
    }

    private double Average(Func<double, double> figure)
    {
        double sum = 0;
        for (int i = 0; i < _values.Length; i++)
        {
            sum += _probabilities[i] * figure(_values[i]);
        }

        return sum;
    }
}
