using System;
using InitGen.Mathematics;

namespace InitGen.Activations;

/// <summary>The logistic function, φ(z) = 1/(1 + e⁻ᶻ).</summary>
internal sealed class SigmoidFunction : ActivationFunction
{
    internal static readonly SigmoidFunction Instance = new();

    private SigmoidFunction()
    {
    }

    /// <inheritdoc/>
    public override string DisplayName => "sigmoid";

    /// <inheritdoc/>
    public override double DerivativeBound => 0.25;

    /// <inheritdoc/>
    public override Interval? Range => new(0, 1);

    /// <inheritdoc/>
    public override Init SuitableInit => Init.XavierUniform;

    /// <summary>4, the inverse of φ'(0) (Glorot and Bengio 2010).</summary>
    public override double? SuitableGain => 4;

    /// <inheritdoc/>
    public override double Value(double z) => Logistic(z);

    /// <inheritdoc/>
    public override double Derivative(double z)
    {
        double e = Math.Exp(-Math.Abs(z));
        return e / ((1 + e) * (1 + e));
    }

    /// <summary>1/(1 + e⁻ᶻ) without overflow, and with all digits where it is small.</summary>
    internal static double Logistic(double z)
    {
        double e = Math.Exp(-Math.Abs(z));
        return (z >= 0 ? 1 : e) / (1 + e);
    }
}
