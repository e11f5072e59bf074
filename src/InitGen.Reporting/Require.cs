using System;
using System.Globalization;

namespace InitGen.Reporting;

/// <summary>Checks of arguments, whose messages say what is and what must be.</summary>
internal static class Require
{
    /// <summary>Throws where a number is too small.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is.</exception>
    public static void AtLeast(long least, long value, string name)
    {
        if (value < least)
        {
            throw new ArgumentOutOfRangeException(
                name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}, but must be at least {least}."));
        }
    }
}
