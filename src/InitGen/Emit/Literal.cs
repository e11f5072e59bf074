using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.Emit;

/// <summary>Values as code writes them; the same in any culture, and read back to the same bits.</summary>
internal static class Literal
{
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(Shape shape) =>
        $"new({string.Join(", ", Enumerable.Range(0, shape.Axes).Select(axis => shape[axis]).Prepend(shape.Units).Select(Of))})";

    public static string Of(ulong value) => "0x" + value.ToString("x16", CultureInfo.InvariantCulture);

    public static string Of(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Of(float value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return (float.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G9", CultureInfo.InvariantCulture)) + "f";
    }

    public static string Of(double value)
    {
        // An integer literal has no negative zero.
        if (value == 0)
        {
            return 1 / value < 0 ? "-0.0" : "0";
        }

        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return double.IsNaN(value) ? "double.NaN" : value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

        // .NET Framework, where Visual Studio runs this, does not write all digits that "R" promises.
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G17", CultureInfo.InvariantCulture);
    }
}
