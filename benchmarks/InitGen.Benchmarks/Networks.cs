namespace InitGen.Benchmarks;

/// <summary>Ten layers of 500 tanh units.</summary>
[Network(500)]
public sealed partial class TanhNetwork
{
    /// <summary>The layers.</summary>
    [Dense(500, Activation.Tanh, Init.XavierNormal, Repeat = 10)]
    public partial DenseStack Hidden { get; }
}

/// <summary>Ten layers of 500 ReLU units.</summary>
[Network(500)]
public sealed partial class ReluNetwork
{
    /// <summary>The layers.</summary>
    [Dense(500, Activation.Relu, Init.HeNormal, Repeat = 10)]
    public partial DenseStack Hidden { get; }
}
