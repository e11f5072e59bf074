using System;
using System.Collections.Generic;
using InitGen.Mathematics;

namespace InitGen.Activations;

/// <summary>φ(z) = min(max(z, 0), 6) (Howard et al. 2017).</summary>
internal sealed class Relu6Function : ActivationFunction
{
    internal static readonly Relu6Function Instance = new();

    private const double Upper = 6;

    private Relu6Function()
    {
    }

    /// <inheritdoc/>
    public override string DisplayName => "ReLU6";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override double DerivativeBound => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks { get; } = [0, Upper];

    /// <inheritdoc/>
    public override Interval? Range => new(0, Upper);

    /// <summary>As of ReLU: of pre-activations that He weights keep near 1 next to none is above 6.</summary>
    public override Init SuitableInit => Init.HeNormal;

    /// <inheritdoc/>
    public override double? SuitableGain => 1;

    internal override double CurvedExtent => 0;

    /// <inheritdoc/>
    public override double Value(double z) => Math.Min(Math.Max(z, 0), Upper);

    /// <inheritdoc/>
    public override double Derivative(double z) => z is > 0 and < Upper ? 1 : 0;
}
