using System;

namespace InitGen.Activations;

/// <summary>φ(z) = z·tanh(ln(1 + eᶻ)) (Misra 2019).</summary>
internal sealed class MishFunction : ActivationFunction
{
    internal static readonly MishFunction Instance = new();

    // The root of φ''.
    private const double SteepestPoint = 1.4905711794854285;

    private MishFunction()
    {
    }

    /// <inheritdoc/>
    public override string DisplayName => "Mish";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override CriticalPoint? CriticalPoint => new(1.6701691324781, 0.0945217873707);

    /// <inheritdoc/>
    public override double DerivativeBound { get; } = DerivativeAt(SteepestPoint);

    /// <inheritdoc/>
    public override double Value(double z) => z * Gate(z);

    /// <inheritdoc/>
    public override double Derivative(double z) => DerivativeAt(z);

    private static double DerivativeAt(double z)
    {
        double gate = Gate(z);
        return gate + (z * (1 - (gate * gate)) * SigmoidFunction.Logistic(z));
    }

    /// <summary>tanh(ln(1 + eᶻ)), written in e⁻|ᶻ| so that nothing overflows.</summary>
    private static double Gate(double z)
    {
        double e = Math.Exp(-Math.Abs(z));
        return z > 0
            ? (1 + (2 * e)) / (1 + (2 * e) + (2 * e * e))
            : e * (e + 2) / ((e * (e + 2)) + 2);
    }
}
