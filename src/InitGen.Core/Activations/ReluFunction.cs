using System;
using System.Collections.Generic;

namespace InitGen.Activations;

/// <summary>φ(z) = max(z, 0).</summary>
internal sealed class ReluFunction : ActivationFunction
{
    internal static readonly ReluFunction Instance = new();

    private ReluFunction()
    {
    }

    /// <inheritdoc/>
    public override string DisplayName => "ReLU";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override bool IsNonNegative => true;

    /// <inheritdoc/>
    public override double DerivativeBound => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks { get; } = [0];

    /// <inheritdoc/>
    public override Init SuitableInit => Init.HeNormal;

    /// <inheritdoc/>
    public override double? SuitableGain => 1;

    internal override double CurvedExtent => 0;

    /// <inheritdoc/>
    public override double Value(double z) => Math.Max(z, 0);

    /// <inheritdoc/>
    public override double Derivative(double z) => z > 0 ? 1 : 0;
}
