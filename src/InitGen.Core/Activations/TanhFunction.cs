using System;
using InitGen.Mathematics;

namespace InitGen.Activations;

/// <summary>φ(z) = tanh(z).</summary>
internal sealed class TanhFunction : ActivationFunction
{
    internal static readonly TanhFunction Instance = new();

    private TanhFunction()
    {
    }

    /// <inheritdoc/>
    public override string DisplayName => "tanh";

    /// <inheritdoc/>
    public override double DerivativeBound => 1;

    /// <inheritdoc/>
    public override Interval? Range => new(-1, 1);

    /// <inheritdoc/>
    public override Init SuitableInit => Init.XavierUniform;

    /// <inheritdoc/>
    public override double? SuitableGain => 1;

    /// <inheritdoc/>
    public override double Value(double z) => Math.Tanh(z);

    /// <summary>1/cosh²(z), with all digits where it is small.</summary>
    /// <inheritdoc/>
    public override double Derivative(double z)
    {
        double e = Math.Exp(-2 * Math.Abs(z));
        return 4 * e / ((1 + e) * (1 + e));
    }
}
