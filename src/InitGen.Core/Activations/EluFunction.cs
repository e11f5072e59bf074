using System;
using InitGen.Mathematics;

namespace InitGen.Activations;

/// <summary>φ(z) = z for z ≥ 0, else eᶻ − 1 (Clevert et al. 2016, α = 1).</summary>
internal sealed class EluFunction : ActivationFunction
{
    internal static readonly EluFunction Instance = new();

    private EluFunction()
    {
    }

    /// <inheritdoc/>
    public override string DisplayName => "ELU";

    /// <inheritdoc/>
    public override double DerivativeBound => 1;

    internal override bool IsAnalytic => false; // its second derivative jumps at 0

    /// <inheritdoc/>
    public override double Value(double z) => z >= 0 ? z : Exponential.MinusOne(z);

    /// <inheritdoc/>
    public override double Derivative(double z) => z > 0 ? 1 : Math.Exp(z);
}
