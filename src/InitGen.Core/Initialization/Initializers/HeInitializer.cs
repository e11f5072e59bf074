using InitGen.Activations;

namespace InitGen.Initialization;

/// <summary>Keeps the variance under ReLU, which passes half of it, and under leaky ReLU of slope a, which passes (1 + a²)/2:
/// v = g²·2/((1 + a²)·n) (He et al. 2015, equations 10 and 15).</summary>
internal sealed class HeInitializer : VarianceScalingInitializer
{
    internal static readonly HeInitializer Normal = new(isUniform: false);
    internal static readonly HeInitializer Uniform = new(isUniform: true);

    private HeInitializer(bool isUniform)
        : base("He", isUniform)
    {
    }

    private protected override int Numerator => 2;

    private protected override FanMode OwnFanMode => FanMode.In;

    private protected override double Slope(ActivationSpec behind) => behind.Function.NegativeSlope;
}
