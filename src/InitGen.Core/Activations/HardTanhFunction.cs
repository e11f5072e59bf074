using System;
using System.Collections.Generic;
using InitGen.Mathematics;

namespace InitGen.Activations;

/// <summary>φ(z) = min(max(z, −1), 1) (Collobert 2004).</summary>
internal sealed class HardTanhFunction : ActivationFunction
{
    internal static readonly HardTanhFunction Instance = new();

    private HardTanhFunction()
    {
    }

    /// <inheritdoc/>
    public override string DisplayName => "hard tanh";

    /// <inheritdoc/>
    public override double DerivativeBound => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks { get; } = [-1, 1];

    /// <inheritdoc/>
    public override Interval? Range => new(-1, 1);

    /// <inheritdoc/>
    public override Init SuitableInit => Init.XavierUniform;

    /// <inheritdoc/>
    public override double? SuitableGain => 1;

    internal override double CurvedExtent => 0;

    /// <inheritdoc/>
    public override double Value(double z) => Math.Min(Math.Max(z, -1), 1);

    /// <inheritdoc/>
    public override double Derivative(double z) => z is > -1 and < 1 ? 1 : 0;
}
