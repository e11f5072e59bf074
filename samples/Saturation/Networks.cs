namespace InitGen.Samples.Saturation;

// 200 inputs from N(0, 1) and 200 units. Some are wrong on purpose: see the suggestions of this file.

/// <summary>tanh, weights from U(−1, 1).</summary>
[Network(200)]
public sealed partial class UnitTanh
{
    /// <summary>The layer.</summary>
    [Dense(200, Activation.Tanh, Init.Uniform, Limit = 1)]
    public partial DenseLayer Layer { get; }
}

/// <summary>tanh, weights from U(−1/√n, 1/√n).</summary>
[Network(200)]
public sealed partial class RootTanh
{
    /// <summary>The layer.</summary>
    [Dense(200, Activation.Tanh, Init.Uniform, Limit = 0.07071067811865475)]
    public partial DenseLayer Layer { get; }
}

/// <summary>tanh, weights from U(−l, l), l = √6/√(n + m).</summary>
[Network(200)]
public sealed partial class GlorotTanh
{
    /// <summary>The layer.</summary>
    [Dense(200, Activation.Tanh, Init.XavierUniform)]
    public partial DenseLayer Layer { get; }
}

/// <summary>The logistic function, weights from U(−1, 1).</summary>
[Network(200)]
public sealed partial class UnitLogistic
{
    /// <summary>The layer.</summary>
    [Dense(200, Activation.Sigmoid, Init.Uniform, Limit = 1)]
    public partial DenseLayer Layer { get; }
}

/// <summary>The logistic function, weights from U(−1/√n, 1/√n).</summary>
[Network(200)]
public sealed partial class RootLogistic
{
    /// <summary>The layer.</summary>
    [Dense(200, Activation.Sigmoid, Init.Uniform, Limit = 0.07071067811865475)]
    public partial DenseLayer Layer { get; }
}

/// <summary>The logistic function, weights from U(−l, l), l = 4·√6/√(n + m).</summary>
[Network(200)]
public sealed partial class GlorotLogistic
{
    /// <summary>The layer.</summary>
    [Dense(200, Activation.Sigmoid, Init.XavierUniform, Gain = 4)]
    public partial DenseLayer Layer { get; }
}

/// <summary>Gives the pre-activations z of the other networks, when it is attached to their parameters.</summary>
[Network(200)]
public sealed partial class PreActivations
{
    /// <summary>The layer.</summary>
    [Dense(200)]
    public partial DenseLayer Layer { get; }
}
