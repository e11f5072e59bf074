using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace InitGen.Wording;

/// <summary>Numbers as people read them, in messages and documentation; the same in any culture.</summary>
internal static class NumberText
{
    /// <summary>A number with three significant digits: "0.0505", "2.4e-07"; "unknown" for NaN.</summary>
    /// <param name="number">The number.</param>
    public static string Of(double number) => double.IsNaN(number) ? "unknown" : number.ToString("g3", CultureInfo.InvariantCulture);

    /// <summary>A number that is known to its order of magnitude, with two digits: "0.051", "210".</summary>
    /// <param name="number">The number.</param>
    public static string Approximate(double number)
    {
        string digits = number.ToString("g2", CultureInfo.InvariantCulture);
        return double.Parse(digits, CultureInfo.InvariantCulture).ToString("g5", CultureInfo.InvariantCulture);
    }

    /// <summary>A fraction in percent: "98.2 %"; "unknown" for NaN.</summary>
    /// <param name="fraction">The fraction, of 1.</param>
    public static string Percent(double fraction) => double.IsNaN(fraction) ? Of(fraction) : $"{Of(100 * fraction)} %";

    /// <summary>A number that somebody has written, with all its digits: "0.2425".</summary>
    /// <param name="number">The number.</param>
    public static string Exact(double number) => number.ToString("g15", CultureInfo.InvariantCulture);

    /// <summary>Fractions in percent, and how far they reach where they differ: "50 %", "20 to 98 %".</summary>
    /// <param name="fractions">The fractions, of 1; at least one.</param>
    public static string Percents(IReadOnlyCollection<double> fractions) =>
        $"{Range([.. fractions.Select(static fraction => 100 * fraction)])} %";

    /// <summary>Numbers with three significant digits, and how far they reach where they differ: "2", "1.57 to 2".</summary>
    /// <param name="numbers">The numbers, at least one.</param>
    public static string Range(IReadOnlyCollection<double> numbers)
    {
        string smallest = Of(numbers.Min());
        string largest = Of(numbers.Max());
        return smallest == largest ? smallest : $"{smallest} to {largest}";
    }

    /// <summary>A count with its thousands apart: "648,010".</summary>
    /// <param name="count">The count.</param>
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
