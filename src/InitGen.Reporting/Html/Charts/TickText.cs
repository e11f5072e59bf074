using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace InitGen.Reporting.Charts;

/// <summary>Numbers beside the ticks of an axis, and elsewhere on a page.</summary>
internal static class TickText
{
    private const int Digits = 3;

    /// <summary>The ticks of one axis, all in one notation: "0.25" and "0.5", or "10⁻⁷" and "10⁰"; 0 is "0" in either.</summary>
    /// <param name="values">The ticks.</param>
    public static IEnumerable<string> OfAxis(IReadOnlyList<double> values)
    {
        bool isDecimal = values.All(value => value == 0 || IsShort(value));
        return values.Select(value => value == 0 ? "0" : isDecimal ? Decimal(value, "0.####") : Power(value, Digits));
    }

    /// <summary>A number with three digits: "0.0505", "1,160", "2.4·10⁻⁷"; in words where there is none.</summary>
    /// <param name="value">The number.</param>
    public static string Of(double value) =>
        double.IsNaN(value) ? "unknown"
        : double.IsInfinity(value) ? value > 0 ? "∞" : "−∞"
        : value == 0 ? "0"
        : !IsShort(value) ? Power(value, Digits)
        : Math.Abs(value) >= 1000 ? Decimal(value, "#,##0")
        : Decimal(double.Parse(value.ToString("g3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), "0.######");

    /// <summary>Whether a number reads well without a power of ten.</summary>
    private static bool IsShort(double value) => Math.Abs(value) is > 1e-3 * (1 - 1e-9) and < 9_999;

    private static string Decimal(double value, string format) =>
        Math.Round(value, 9).ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Power(double value, int digits)
    {
        // As the runtime rounds it: "9.996e-04" to three digits is "1.00e-03".
        string[] parts = Math.Abs(value).ToString($"e{digits - 1}", CultureInfo.InvariantCulture).Split('e');
        string factor = double.Parse(parts[0], CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture);
        string exponent = int.Parse(parts[1], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        string power = "10" + string.Concat(exponent.Select(Raised));
        return (value < 0 ? "−" : "") + (factor == "1" ? power : $"{factor}·{power}");
    }

    private static char Raised(char digit) => digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0'];
}
