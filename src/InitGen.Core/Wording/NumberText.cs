using System.Globalization;

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

    /// <summary>A count with its thousands apart: "648,010".</summary>
    /// <param name="count">The count.</param>
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
