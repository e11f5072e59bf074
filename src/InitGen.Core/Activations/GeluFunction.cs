using System;
using InitGen.Mathematics;

namespace InitGen.Activations;

/// <summary>φ(z) = z·Φ(z), exact, with the normal distribution function Φ (Hendrycks and Gimpel 2016).</summary>
public sealed class GeluFunction : ActivationFunction
{
    internal static readonly GeluFunction Instance = new();

    private GeluFunction()
    {
    }

    /// <summary>φ'(√2): φ''(z) = (2 − z²)·n(z), with the normal density n, is 0 there.</summary>
    public override double DerivativeBound { get; } = DerivativeAt(Math.Sqrt(2));

    /// <inheritdoc/>
    public override double Value(double z) => z * NormalDistribution.Cumulative(z);

    /// <inheritdoc/>
    public override double Derivative(double z) => DerivativeAt(z);

    private static double DerivativeAt(double z) => NormalDistribution.Cumulative(z) + (z * NormalDistribution.Density(z));
}
