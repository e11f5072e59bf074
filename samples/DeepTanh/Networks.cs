namespace InitGen.Samples.DeepTanh;

// The first, the second and the fourth network are wrong on purpose: see the compiler's warnings.

/// <summary>Weights so small that the signal vanishes.</summary>
[Network(500)]
public sealed partial class SmallRandom
{
    /// <summary>Ten layers.</summary>
    [Dense(500, Activation.Tanh, Init.Normal, StdDev = 0.01, Repeat = 10)]
    public partial DenseStack Hidden { get; }
}

/// <summary>Weights so large that nine units of ten saturate and gradients explode.</summary>
[Network(500)]
public sealed partial class BigRandom
{
    /// <summary>Ten layers.</summary>
    [Dense(500, Activation.Tanh, Init.Normal, StdDev = 1, Repeat = 10)]
    public partial DenseStack Hidden { get; }
}

/// <summary>What Glorot and Bengio derived for tanh.</summary>
[Network(500)]
public sealed partial class XavierTanh
{
    /// <summary>Ten layers.</summary>
    [Dense(500, Activation.Tanh, Init.XavierNormal, Repeat = 10)]
    public partial DenseStack Hidden { get; }
}

/// <summary>The same under ReLU, which passes half of the variance only.</summary>
[Network(500)]
public sealed partial class XavierRelu
{
    /// <summary>Ten layers.</summary>
    [Dense(500, Activation.Relu, Init.XavierNormal, Repeat = 10)]
    public partial DenseStack Hidden { get; }
}

/// <summary>What He et al. derived for ReLU.</summary>
[Network(500)]
public sealed partial class HeRelu
{
    /// <summary>Ten layers.</summary>
    [Dense(500, Activation.Relu, Init.HeNormal, Repeat = 10)]
    public partial DenseStack Hidden { get; }
}
