using System.Collections.Generic;

namespace InitGen.Activations;

/// <summary>φ(z) = z·min(max(z + 3, 0), 6)/6 (Howard et al. 2019, section 5.2).</summary>
internal sealed class HardSwishFunction : ActivationFunction
{
    internal static readonly HardSwishFunction Instance = new();

    private HardSwishFunction()
    {
    }

    /// <inheritdoc/>
    public override string DisplayName => "hard swish";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override CriticalPoint? CriticalPoint => new(4.8038559488804, 0.5071458487885);

    /// <summary>The slope just below 3.</summary>
    public override double DerivativeBound => 1.5;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks { get; } = [-3, 3];

    internal override double CurvedExtent => 3;

    /// <inheritdoc/>
    public override double Value(double z) => z * HardSigmoidFunction.Gate(z);

    /// <inheritdoc/>
    public override double Derivative(double z) => z <= -3 ? 0 : z < 3 ? ((2 * z) + 3) / 6 : 1;
}
