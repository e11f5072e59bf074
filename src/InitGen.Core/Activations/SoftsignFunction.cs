using System;
using InitGen.Mathematics;

namespace InitGen.Activations;

/// <summary>φ(z) = z/(1 + |z|) (Bergstra et al. 2009).</summary>
internal sealed class SoftsignFunction : ActivationFunction
{
    internal static readonly SoftsignFunction Instance = new();

    private SoftsignFunction()
    {
    }

    /// <inheritdoc/>
    public override string DisplayName => "softsign";

    /// <inheritdoc/>
    public override double DerivativeBound => 1;

    /// <inheritdoc/>
    public override Interval? Range => new(-1, 1);

    /// <summary>Its tails fall off with 1/z only.</summary>
    internal override double CurvedExtent => 1e6;

    internal override bool IsAnalytic => false; // its second derivative jumps at 0

    /// <inheritdoc/>
    public override double Value(double z) => z / (1 + Math.Abs(z));

    /// <inheritdoc/>
    public override double Derivative(double z)
    {
        double scale = 1 / (1 + Math.Abs(z));
        return scale * scale;
    }
}
