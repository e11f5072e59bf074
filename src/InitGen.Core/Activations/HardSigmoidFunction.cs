using System;
using System.Collections.Generic;
using InitGen.Mathematics;

namespace InitGen.Activations;

/// <summary>φ(z) = min(max(z + 3, 0), 6)/6 (Howard et al. 2019, section 5.2).</summary>
internal sealed class HardSigmoidFunction : ActivationFunction
{
    internal static readonly HardSigmoidFunction Instance = new();

    private const double Slope = 1.0 / 6;

    private HardSigmoidFunction()
    {
    }

    /// <inheritdoc/>
    public override string DisplayName => "hard sigmoid";

    /// <inheritdoc/>
    public override double DerivativeBound => Slope;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks { get; } = [-3, 3];

    /// <inheritdoc/>
    public override Interval? Range => new(0, 1);

    /// <summary>4, as of the sigmoid that it replaces. It is flat from 3 on: with 6, the inverse of φ'(0), or by the average of the fans most
    /// units of a first layer saturate.</summary>
    public override double? SuitableGain => 4;

    internal override double CurvedExtent => 0;

    /// <inheritdoc/>
    public override double Value(double z) => Gate(z);

    /// <inheritdoc/>
    public override double Derivative(double z) => z is > -3 and < 3 ? Slope : 0;

    /// <summary>φ(z), with all digits where it is small.</summary>
    internal static double Gate(double z) => Math.Min(Math.Max(z + 3, 0), 6) / 6;
}
