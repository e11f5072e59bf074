using System;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace InitGen.Tests.Reference;

/// <summary>Comparison of floating-point numbers.</summary>
internal static class Close
{
    /// <summary>Asserts that a number is within a relative or an absolute tolerance of another.</summary>
    public static void Equal(
        double expected, double actual, double relative, double absolute = 0, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        double tolerance = Math.Max(relative * Math.Abs(expected), absolute);
        Assert.True(
            Math.Abs(actual - expected) <= tolerance || actual.Equals(expected),
            string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected:R}, actual {actual:R}, allowed ±{tolerance:R}"));
    }
}
