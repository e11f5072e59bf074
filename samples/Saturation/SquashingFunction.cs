namespace InitGen.Samples.Saturation;

/// <summary>A function that squashes all numbers into an interval.</summary>
/// <param name="Value">g(z).</param>
/// <param name="Derivative">g'(z).</param>
/// <param name="Lower">The lower end of the interval; the upper one is 1.</param>
public sealed record SquashingFunction(Func<double, double> Value, Func<double, double> Derivative, double Lower)
{
    /// <summary>tanh.</summary>
    public static SquashingFunction Tanh { get; } = new(Math.Tanh, z => Math.Pow(Math.Cosh(z), -2), Lower: -1);

    /// <summary>The logistic function 1/(1 + e⁻ᶻ).</summary>
    public static SquashingFunction Logistic { get; } =
        new(z => 1 / (1 + Math.Exp(-z)), z => Math.Pow(2 * Math.Cosh(z / 2), -2), Lower: 0);

    /// <summary>g'(0), the highest slope.</summary>
    public double HighestSlope => Derivative(0);
}
