namespace InitGen.Activations;

/// <summary>φ(z) = z·σ(z), with the logistic function σ (Elfwing et al. 2018).</summary>
internal sealed class SiluFunction : ActivationFunction
{
    internal static readonly SiluFunction Instance = new();

    // The root of φ'', where z·tanh(z/2) = 2.
    private const double SteepestPoint = 2.3993572805154676;

    private SiluFunction()
    {
    }

    /// <inheritdoc/>
    public override string DisplayName => "SiLU";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override CriticalPoint? CriticalPoint => new(14.3201736180258, 0.5551431707215);

    /// <inheritdoc/>
    public override double DerivativeBound { get; } = DerivativeAt(SteepestPoint);

    /// <inheritdoc/>
    public override double Value(double z) => z * SigmoidFunction.Logistic(z);

    /// <inheritdoc/>
    public override double Derivative(double z) => DerivativeAt(z);

    private static double DerivativeAt(double z)
    {
        double gate = SigmoidFunction.Logistic(z);
        return gate * (1 + (z * (1 - gate)));
    }
}
