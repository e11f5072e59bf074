using System;
using System.Globalization;

namespace InitGen.Randomness;

/// <summary>What a test found.</summary>
/// <param name="Test">What was tested.</param>
/// <param name="Result">The figure, in words.</param>
/// <param name="PValue">The probability of a figure as far from the expected one, or farther, if nothing is wrong.</param>
public sealed record Finding(string Test, string Result, double PValue)
{
    /// <summary>One of ten thousand findings on true random numbers is below; and a sequence that is not random has no lower bound.</summary>
    private const double Smallest = 1e-4;

    /// <summary>Whether the figure is one of random numbers.</summary>
    public bool IsGood => PValue >= Smallest;

    /// <summary>A number of standard deviations.</summary>
    /// <param name="test">What was tested.</param>
    /// <param name="result">The figure, in words.</param>
    /// <param name="deviation">Its distance from the expected one, in standard deviations of a normal distribution.</param>
    public static Finding OfDeviation(string test, string result, double deviation) =>
        new(test, result, 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -Math.Abs(deviation)));

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsGood ? "good" : "BAD ")}  p {PValue:0.0000}  {Test}: {Result}");
}
