using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace InitGen.Reporting.Charts;

/// <summary>The vertical axis of a chart: where a value stands, from 0 at the foot to 1 at the top, and the ticks beside it. Charts that are
/// to be compared share one.</summary>
internal sealed class ValueAxis
{
    private const int MostTicks = 6;

    // Beyond this ratio of the largest to the smallest value, the smaller ones would all lie on the foot of a linear axis.
    private const double LargestLinearRatio = 50;

    // On a logarithmic axis, how much of the height lies below the lowest decade, for values of 0.
    private const double ZeroBand = 0.12;

    private readonly bool _isLogarithmic;
    private readonly double _lower;
    private readonly double _upper;
    private readonly double _foot;

    private ValueAxis(bool isLogarithmic, double lower, double upper, double foot, IEnumerable<double> ticks)
    {
        _isLogarithmic = isLogarithmic;
        _lower = lower;
        _upper = upper;
        _foot = foot;
        Ticks = [.. ticks.Select(value => new Tick(Position(value) ?? 0, Text(value)))];
    }

    /// <summary>The ticks, from the foot to the top.</summary>
    public ImmutableArray<Tick> Ticks { get; }

    /// <summary>What the axis is called beside its unit.</summary>
    public string Kind => _isLogarithmic ? "logarithmic" : "linear";

    /// <summary>An axis for values that are not negative: logarithmic where they differ much, else linear from 0.</summary>
    /// <param name="values">The values; those that are not finite are passed over.</param>
    public static ValueAxis OfScale(IEnumerable<double> values)
    {
        double[] positive = [.. values.Where(value => double.IsFinite(value) && value > 0)];
        return positive.Length > 0 && positive.Max() / positive.Min() > LargestLinearRatio ? Logarithmic(values) : Linear(values);
    }

    /// <summary>A linear axis that contains 0.</summary>
    /// <param name="values">The values; those that are not finite are passed over.</param>
    public static ValueAxis Linear(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite), 0];
        double smallest = finite.Min();
        double largest = finite.Max();
        if (smallest == largest) largest = 1;

        double step = RoundStep((largest - smallest) / (MostTicks - 1));
        double lower = Math.Floor(smallest / step);
        double upper = Math.Ceiling(largest / step);
        IEnumerable<double> ticks = Enumerable.Range(0, (int)(upper - lower) + 1).Select(tick => (lower + tick) * step);
        return new ValueAxis(isLogarithmic: false, lower * step, upper * step, foot: 0, ticks);
    }

    /// <summary>A logarithmic axis of whole decades. Values of 0 stand at its foot.</summary>
    /// <param name="values">The values; those that are negative or not finite are passed over.</param>
    public static ValueAxis Logarithmic(IEnumerable<double> values)
    {
        double[] logarithms = [.. values.Where(value => double.IsFinite(value) && value > 0).Select(Math.Log10)];
        double lower = logarithms.Length == 0 ? -1 : Math.Floor(logarithms.Min());
        double upper = logarithms.Length == 0 ? 0 : Math.Ceiling(logarithms.Max());
        if (upper == lower) lower--;

        bool hasZero = values.Contains(0);
        double step = Math.Ceiling((upper - lower) / (MostTicks - 1));
        upper = lower + (Math.Ceiling((upper - lower) / step) * step);
        IEnumerable<double> decades = Enumerable.Range(0, (int)((upper - lower) / step) + 1).Select(tick => Math.Pow(10, lower + (tick * step)));
        return new ValueAxis(isLogarithmic: true, lower, upper, hasZero ? ZeroBand : 0, hasZero ? decades.Prepend(0) : decades);
    }

    /// <summary>Where a value stands; null where it has no place.</summary>
    /// <param name="value">The value.</param>
    public double? Position(double value)
    {
        if (!double.IsFinite(value) || (_isLogarithmic && value < 0)) return null;
        if (_isLogarithmic && value == 0) return 0;

        double place = _isLogarithmic ? Math.Log10(value) : value;
        return _foot + ((1 - _foot) * (place - _lower) / (_upper - _lower));
    }

    private static double RoundStep(double least)
    {
        double decade = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return decade * new[] { 1, 2, 5, 10 }.First(factor => factor * decade >= least * (1 - 1e-9));
    }

    /// <summary>Powers of ten far from 1 by their exponent: "10⁻⁷".</summary>
    private string Text(double value)
    {
        if (value == 0) return "0";
        if (!_isLogarithmic && Math.Abs(value) is >= 1e-3 and < 1e5) return Math.Round(value, 9).ToString("0.####", CultureInfo.InvariantCulture);
        if (!_isLogarithmic) return value.ToString("0.##e0", CultureInfo.InvariantCulture);

        int exponent = (int)Math.Round(Math.Log10(value));
        return exponent is >= -2 and <= 3
            ? value.ToString("0.##", CultureInfo.InvariantCulture)
            : "10" + string.Concat(exponent.ToString(CultureInfo.InvariantCulture).Select(Raised));
    }

    private static char Raised(char digit) => digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0'];

    /// <summary>A tick.</summary>
    /// <param name="Position">Where it stands, from 0 at the foot to 1 at the top.</param>
    /// <param name="Text">What stands beside it.</param>
    public readonly record struct Tick(double Position, string Text);
}
