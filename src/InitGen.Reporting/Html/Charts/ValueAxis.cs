using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace InitGen.Reporting.Charts;

/// <summary>The vertical axis of a chart: where a value stands, from 0 at the foot to 1 at the top, and the ticks beside it. Charts that
/// are to be compared share one.</summary>
internal sealed class ValueAxis
{
    private const int MostTicks = 6;

    // Beyond this ratio of the largest to the smallest value, the smaller ones would all lie on the foot of a linear axis.
    private const double LargestLinearRatio = 50;

    // On a logarithmic axis, how much of the height lies below the lowest decade, for values of 0.
    private const double ZeroBand = 0.12;

    private const double Rounding = 1e-9;

    // What lies farther out is drawn at the edge, with a mark: one network that explodes must not flatten all others.
    private const double LargestShown = 1e4;
    private const double SmallestShown = 1e-7;

    private readonly Func<double, double> _scale;
    private readonly double _lower;
    private readonly double _upper;
    private readonly double _foot;

    private ValueAxis(string kind, Func<double, double> scale, IReadOnlyList<double> ticks, bool hasZeroBand = false)
    {
        Kind = kind;
        _scale = scale;
        _lower = scale(ticks[0]);
        _upper = scale(ticks[^1]);
        _foot = hasZeroBand ? ZeroBand : 0;
        double[] all = [.. hasZeroBand ? ticks.Prepend(0) : ticks];
        Ticks = [.. all.Zip(TickText.OfAxis(all), (value, text) => new Tick(PlaceOf(value)?.Position ?? 0, text))];
    }

    /// <summary>The ticks, from the foot to the top.</summary>
    public ImmutableArray<Tick> Ticks { get; }

    /// <summary>What kind of axis it is, as a description says it.</summary>
    public string Kind { get; }

    /// <summary>An axis for values that are not negative: logarithmic where they differ much, else linear from 0.</summary>
    /// <param name="values">The values; those that are not finite are passed over.</param>
    public static ValueAxis OfScale(IEnumerable<double> values)
    {
        double[] positive = [.. Shown(values).Where(value => value > 0)];
        return positive.Length > 0 && positive.Max() / positive.Min() > LargestLinearRatio ? Logarithmic(values) : Linear(values);
    }

    /// <summary>An axis for values of either sign: linear, unless some are so large that those around 1 would all lie at 0; then
    /// logarithmic on both sides, as asinh is.</summary>
    /// <param name="values">The values; those that are not finite are passed over.</param>
    public static ValueAxis OfSigned(IEnumerable<double> values)
    {
        double largest = Shown(values).Select(Math.Abs).DefaultIfEmpty().Max();
        if (largest <= LargestLinearRatio)
        {
            return Linear(values);
        }

        int decades = (int)Math.Ceiling(Math.Log10(largest));
        int step = (decades + 2) / 3; // three ticks on either side
        IEnumerable<double> positive = Enumerable.Range(1, (decades + step - 1) / step).Select(tick => Math.Pow(10, tick * step));
        bool hasNegative = values.Any(value => value < -1);
        double[] ticks = hasNegative ? [.. positive.Reverse().Select(value => -value), 0, .. positive] : [0, .. positive];
        return new ValueAxis("logarithmic", Math.Asinh, ticks);
    }

    /// <summary>A linear axis that contains 0.</summary>
    /// <param name="values">The values; those that are not finite are passed over.</param>
    public static ValueAxis Linear(IEnumerable<double> values)
    {
        double[] finite = [.. Shown(values), 0];
        double smallest = finite.Min();
        double largest = finite.Max();
        if (smallest == largest)
        {
            largest = 1;
        }

        double step = RoundStep((largest - smallest) / (MostTicks - 1));
        double lower = Math.Floor(smallest / step);
        int count = (int)(Math.Ceiling(largest / step) - lower) + 1;
        return new ValueAxis("linear", value => value, [.. Enumerable.Range(0, count).Select(tick => (lower + tick) * step)]);
    }

    /// <summary>A logarithmic axis of whole decades. Values of 0 stand at its foot.</summary>
    /// <param name="values">The values; those that are negative or not finite are passed over.</param>
    public static ValueAxis Logarithmic(IEnumerable<double> values)
    {
        double[] logarithms = [.. Shown(values).Where(value => value > 0).Select(Math.Log10)];
        double lower = logarithms.Length == 0 ? -1 : Math.Floor(logarithms.Min());
        double upper = logarithms.Length == 0 ? 0 : Math.Ceiling(logarithms.Max());
        if (upper == lower)
        {
            lower--;
        }

        double step = Math.Ceiling((upper - lower) / (MostTicks - 1));
        int count = (int)Math.Ceiling((upper - lower) / step) + 1;
        return new ValueAxis(
            "logarithmic",
            Math.Log10,
            [.. Enumerable.Range(0, count).Select(tick => Math.Pow(10, lower + (tick * step)))],
            hasZeroBand: values.Contains(0));
    }

    /// <summary>Where a value stands; null where it is not known, or negative on a logarithmic axis.</summary>
    /// <param name="value">The value.</param>
    public Place? PlaceOf(double value)
    {
        double scaled = _scale(value);
        if (value == 0 && double.IsNegativeInfinity(scaled))
        {
            return new Place(0, Beyond: 0);
        }

        if (double.IsNaN(scaled))
        {
            return null;
        }

        double position = (scaled - _lower) / (_upper - _lower);
        return position > 1 + Rounding ? new Place(1, Beyond: 1)
            : position < -Rounding ? new Place(_foot, Beyond: -1)
            : new Place(_foot + ((1 - _foot) * position), Beyond: 0);
    }

    private static IEnumerable<double> Shown(IEnumerable<double> values) =>
        values.Where(double.IsFinite).Select(value =>
            value == 0 ? 0 : Math.CopySign(Math.Clamp(Math.Abs(value), SmallestShown, LargestShown), value));

    private static double RoundStep(double least)
    {
        double decade = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return decade * new[] { 1, 2, 5, 10 }.First(factor => factor * decade >= least * (1 - 1e-9));
    }

    /// <summary>A tick.</summary>
    /// <param name="Position">Where it stands, from 0 at the foot to 1 at the top.</param>
    /// <param name="Text">What stands beside it.</param>
    public readonly record struct Tick(double Position, string Text);

    /// <summary>Where a value stands.</summary>
    /// <param name="Position">From 0 at the foot to 1 at the top.</param>
    /// <param name="Beyond">1 where the value is larger than what the axis shows and stands at the top, −1 where it is smaller; else
    /// 0.</param>
    public readonly record struct Place(double Position, int Beyond);
}
