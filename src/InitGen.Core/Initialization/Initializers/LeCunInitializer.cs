namespace InitGen.Initialization;

/// <summary>Gives pre-activations the second moment of the context.Inputs, v = g²/n (LeCun et al. 1998, "Efficient BackProp",
/// section 4.6).</summary>
internal sealed class LeCunInitializer : VarianceScalingInitializer
{
    internal static readonly LeCunInitializer Normal = new(isUniform: false);
    internal static readonly LeCunInitializer Uniform = new(isUniform: true);

    private LeCunInitializer(bool isUniform)
        : base("LeCun", isUniform)
    {
    }

    private protected override int Numerator => 1;

    private protected override FanMode OwnFanMode => FanMode.In;
}
