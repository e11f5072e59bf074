using System;
using InitGen.Mathematics;

namespace InitGen.Activations;

/// <summary>φ(z) = ln(1 + eᶻ) (Dugas et al. 2001).</summary>
internal sealed class SoftplusFunction : ActivationFunction
{
    internal static readonly SoftplusFunction Instance = new();

    private SoftplusFunction()
    {
    }

    /// <inheritdoc/>
    public override string DisplayName => "softplus";

    /// <inheritdoc/>
    public override bool IsNonNegative => true;

    /// <inheritdoc/>
    public override double DerivativeBound => 1;

    /// <inheritdoc/>
    public override double Value(double z) => Math.Max(z, 0) + Exponential.LogOfOnePlus(Math.Exp(-Math.Abs(z)));

    /// <inheritdoc/>
    public override double Derivative(double z) => SigmoidFunction.Logistic(z);
}
