using System;
using InitGen.Mathematics;

namespace InitGen.Activations;

/// <summary>φ(z) = z·Φ(z), exact, with the normal distribution function Φ (Hendrycks and Gimpel 2016).</summary>
internal sealed class GeluFunction : ActivationFunction
{
    internal static readonly GeluFunction Instance = new();

    private GeluFunction()
    {
    }

    /// <inheritdoc/>
    public override string DisplayName => "GELU";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override CriticalPoint? CriticalPoint => new(3.5615528128088, 0.1729223907561);

    /// <summary>φ'(√2): φ''(z) = (2 − z²)·n(z), with the normal density n, is 0 there.</summary>
    public override double DerivativeBound { get; } = Gelu(Math.Sqrt(2)).Derivative;

    /// <inheritdoc/>
    public override double Value(double z) => Gelu(z).Value;

    /// <inheritdoc/>
    public override double Derivative(double z) => Gelu(z).Derivative;

    internal override (double Value, double Derivative) Evaluate(double z) => Gelu(z);

    private static (double Value, double Derivative) Gelu(double z)
    {
        double density = NormalDistribution.Density(z);
        double cumulative = NormalDistribution.Cumulative(z, density);
        return (z * cumulative, cumulative + (z * density));
    }
}
