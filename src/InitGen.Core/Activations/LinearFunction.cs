namespace InitGen.Activations;

/// <summary>φ(z) = z.</summary>
internal sealed class LinearFunction : ActivationFunction
{
    internal static readonly LinearFunction Instance = new("a linear activation");

    /// <summary>What a softmax is predicted as.</summary>
    internal static readonly LinearFunction Logits = new("softmax");

    private LinearFunction(string displayName) => DisplayName = displayName;

    /// <inheritdoc/>
    public override string DisplayName { get; }

    /// <inheritdoc/>
    public override double DerivativeBound => 1;

    /// <inheritdoc/>
    public override Init SuitableInit => Init.XavierUniform;

    /// <inheritdoc/>
    public override double? SuitableGain => 1;

    internal override double CurvedExtent => 0;

    /// <inheritdoc/>
    public override double Value(double z) => z;

    /// <inheritdoc/>
    public override double Derivative(double z) => 1;
}
