using System;
using System.Collections.Generic;
using InitGen.Mathematics;

namespace InitGen.Activations;

/// <summary>φ(z) = λ·z for z ≥ 0, else λ·α·(eᶻ − 1) (Klambauer et al. 2017).</summary>
internal sealed class SeluFunction : ActivationFunction
{
    /// <summary>λ, with which mean 0 and variance 1 are a fixed point.</summary>
    public const double Lambda = 1.0507009873554804934193349852946;

    /// <summary>α, with which mean 0 and variance 1 are a fixed point.</summary>
    public const double Alpha = 1.6732632423543772848170429916717;

    internal static readonly SeluFunction Instance = new();

    private SeluFunction()
    {
    }

    /// <inheritdoc/>
    public override string DisplayName => "SELU";

    /// <inheritdoc/>
    public override double DerivativeBound => Lambda * Alpha;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks { get; } = [0];

    /// <summary>1: the constants of SELU are those for a weight variance of 1/n.</summary>
    public override double? SuitableGain => 1;

    /// <inheritdoc/>
    public override double Value(double z) => Lambda * (z >= 0 ? z : Alpha * Exponential.MinusOne(z));

    /// <inheritdoc/>
    public override double Derivative(double z) => Lambda * (z > 0 ? 1 : Alpha * Math.Exp(z));
}
