namespace InitGen.Initialization;

/// <summary>Keeps the variance of activations and gradients as well as both can be kept where φ'(0) = 1, v = g²·2/(n + m) (Glorot and
/// Bengio 2010, equations 12 and 16).</summary>
internal sealed class XavierInitializer : VarianceScalingInitializer
{
    internal static readonly XavierInitializer Normal = new(isUniform: false);
    internal static readonly XavierInitializer Uniform = new(isUniform: true);

    private XavierInitializer(bool isUniform)
        : base("Xavier", isUniform)
    {
    }

    private protected override int Numerator => 1;

    private protected override FanMode OwnFanMode => FanMode.Average;
}
