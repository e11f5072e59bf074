using System.Collections.Generic;
using InitGen.Mathematics;

namespace InitGen.Activations;

/// <summary>The pre-activations at which a unit passes next to no gradient.</summary>
internal static class SaturatedSet
{
    /// <summary>The fraction of sup|φ'| below which a unit counts as saturated.</summary>
    public const double Threshold = 0.01;

    // How finely the crossings of the threshold are looked for between two breakpoints of the function.
    private const int StepsBetweenBreakpoints = 32;

    /// <summary>The maximal intervals on which |φ'(z)| is below the threshold, ascending.</summary>
    /// <param name="function">The function φ.</param>
    internal static IReadOnlyList<Interval> Find(ActivationFunction function)
    {
        List<double> boundaries = FindCrossings(function);
        var intervals = new List<Interval>();
        for (int i = 0; i <= boundaries.Count; i++)
        {
            double lower = i == 0 ? double.NegativeInfinity : boundaries[i - 1];
            double upper = i == boundaries.Count ? double.PositiveInfinity : boundaries[i];
            if (!function.IsSaturated(PointBetween(lower, upper)))
            {
                continue;
            }

            if (intervals.Count > 0 && intervals[intervals.Count - 1].Upper == lower)
            {
                lower = intervals[intervals.Count - 1].Lower;
                intervals.RemoveAt(intervals.Count - 1);
            }

            intervals.Add(new Interval(lower, upper));
        }

        return intervals;
    }

    /// <summary>The kinks and the points where φ' crosses plus or minus the threshold, ascending: between two of them a unit is
    /// saturated everywhere or nowhere.</summary>
    private static List<double> FindCrossings(ActivationFunction function)
    {
        var points = new SortedSet<double>(function.Kinks);
        double[] breakpoints = function.Breakpoints;
        double bound = Threshold * function.DerivativeBound;
        for (int i = 0; i + 1 < breakpoints.Length; i++)
        {
            double step = (breakpoints[i + 1] - breakpoints[i]) / StepsBetweenBreakpoints;
            for (int j = 0; j < StepsBetweenBreakpoints; j++)
            {
                double lower = breakpoints[i] + (j * step);
                AddCrossing(function, lower, lower + step, bound, points);
                AddCrossing(function, lower, lower + step, -bound, points);
            }
        }

        return [.. points];
    }

    private static void AddCrossing(ActivationFunction function, double lower, double upper, double level, SortedSet<double> points)
    {
        bool startsBelow = function.Derivative(lower) < level;
        if (startsBelow == function.Derivative(upper) < level)
        {
            return;
        }

        double middle = PointBetween(lower, upper);
        while (middle > lower && middle < upper)
        {
            if (function.Derivative(middle) < level == startsBelow)
            {
                lower = middle;
            }
            else
            {
                upper = middle;
            }

            middle = PointBetween(lower, upper);
        }

        // Right behind a kink it is the jump that crosses.
        if (!points.Contains(lower))
        {
            points.Add(upper);
        }
    }

    private static double PointBetween(double lower, double upper) =>
        double.IsNegativeInfinity(lower) ? (double.IsPositiveInfinity(upper) ? 0 : upper - 1)
        : double.IsPositiveInfinity(upper) ? lower + 1
        : lower + ((upper - lower) / 2);
}
