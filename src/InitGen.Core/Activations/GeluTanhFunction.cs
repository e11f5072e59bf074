using System;

namespace InitGen.Activations;

/// <summary>φ(z) = z·(1 + tanh(√(2/π)·(z + 0.044715·z³)))/2, which is z·σ(2·√(2/π)·(z + 0.044715·z³)) (Hendrycks and Gimpel 2016).</summary>
internal sealed class GeluTanhFunction : ActivationFunction
{
    internal static readonly GeluTanhFunction Instance = new();

    // 2·√(2/π).
    private const double Scale = 1.5957691216057307;
    private const double Cubic = 0.044715;

    // The root of φ''.
    private const double SteepestPoint = 1.4185040087908284;

    // From there on the gate is 0 or 1 to the last digit, and the cube cannot overflow.
    private const double Farthest = 40;

    private GeluTanhFunction()
    {
    }

    /// <inheritdoc/>
    public override string DisplayName => "GELU in its tanh form";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override CriticalPoint? CriticalPoint => new(3.5567728447151, 0.1728951982638);

    /// <inheritdoc/>
    public override double DerivativeBound { get; } = DerivativeAt(SteepestPoint);

    /// <inheritdoc/>
    public override double Value(double z) => z * SigmoidFunction.Logistic(GateArgument(Bounded(z)));

    /// <inheritdoc/>
    public override double Derivative(double z) => DerivativeAt(z);

    private static double DerivativeAt(double z)
    {
        double bounded = Bounded(z);
        double argument = GateArgument(bounded);
        double slope = Scale * (1 + (3 * Cubic * bounded * bounded));
        return SigmoidFunction.Logistic(argument) + (bounded * slope * SigmoidFunction.Instance.Derivative(argument));
    }

    private static double GateArgument(double z) => Scale * (z + (Cubic * z * z * z));

    private static double Bounded(double z) => Math.Max(Math.Min(z, Farthest), -Farthest);
}
