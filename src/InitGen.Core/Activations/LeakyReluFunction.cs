using System;
using System.Collections.Generic;

namespace InitGen.Activations;

/// <summary>φ(z) = z for z ≥ 0, else a·z (Maas et al. 2013).</summary>
/// <param name="slope">The slope a.</param>
internal sealed class LeakyReluFunction(double slope) : ActivationFunction
{
    /// <inheritdoc/>
    public override string DisplayName => "leaky ReLU";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override double NegativeSlope => slope;

    /// <inheritdoc/>
    public override double DerivativeBound { get; } = Math.Max(1, Math.Abs(slope));

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks { get; } = [0];

    /// <inheritdoc/>
    public override Init SuitableInit => Init.HeNormal;

    /// <summary>1: the He initializers know the slope.</summary>
    public override double? SuitableGain => 1;

    internal override double CurvedExtent => 0;

    /// <inheritdoc/>
    public override double Value(double z) => z >= 0 ? z : slope * z;

    /// <inheritdoc/>
    public override double Derivative(double z) => z > 0 ? 1 : slope;
}
