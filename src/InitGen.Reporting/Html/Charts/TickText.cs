using System;
using System.Globalization;
using System.Linq;

namespace InitGen.Reporting.Charts;

/// <summary>Numbers beside the ticks of an axis.</summary>
internal static class TickText
{
    /// <summary>A number that is a tick: "0.25", "10⁻⁷", "2·10⁻⁵".</summary>
    /// <param name="value">The number: a digit times a power of ten, or a small multiple of one.</param>
    public static string Of(double value)
    {
        if (value == 0 || Math.Abs(value) is > 1e-3 * (1 - 1e-9) and < 9_999)
        {
            return Math.Round(value, 9).ToString("0.####", CultureInfo.InvariantCulture).Replace('-', '−');
        }

        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-9);
        double factor = Math.Round(Math.Abs(value) / Math.Pow(10, exponent), 6);
        string sign = value < 0 ? "−" : "";
        string power = "10" + string.Concat(exponent.ToString(CultureInfo.InvariantCulture).Select(Raised));
        return factor == 1 ? sign + power : string.Create(CultureInfo.InvariantCulture, $"{sign}{factor:0.##}·{power}");
    }

    private static char Raised(char digit) => digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0'];
}
