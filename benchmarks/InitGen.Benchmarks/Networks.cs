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

/// <summary>One layer of 256 linear units.</summary>
[Network(256)]
public sealed partial class Square256
{
    /// <summary>The layer.</summary>
    [Dense(256, Activation.Linear, UseBias = false)]
    public partial DenseLayer Only { get; }
}

/// <summary>One layer of 500 linear units.</summary>
[Network(500)]
public sealed partial class Square500
{
    /// <summary>The layer.</summary>
    [Dense(500, Activation.Linear, UseBias = false)]
    public partial DenseLayer Only { get; }
}

/// <summary>One layer of 1000 linear units.</summary>
[Network(1000)]
public sealed partial class Square1000
{
    /// <summary>The layer.</summary>
    [Dense(1000, Activation.Linear, UseBias = false)]
    public partial DenseLayer Only { get; }
}

/// <summary>One layer of 1024 linear units.</summary>
[Network(1024)]
public sealed partial class Square1024
{
    /// <summary>The layer.</summary>
    [Dense(1024, Activation.Linear, UseBias = false)]
    public partial DenseLayer Only { get; }
}

/// <summary>One layer of 2000 linear units.</summary>
[Network(2000)]
public sealed partial class Square2000
{
    /// <summary>The layer.</summary>
    [Dense(2000, Activation.Linear, UseBias = false)]
    public partial DenseLayer Only { get; }
}

/// <summary>One layer of 2048 linear units.</summary>
[Network(2048)]
public sealed partial class Square2048
{
    /// <summary>The layer.</summary>
    [Dense(2048, Activation.Linear, UseBias = false)]
    public partial DenseLayer Only { get; }
}

/// <summary>One layer of 4000 linear units.</summary>
[Network(4000)]
public sealed partial class Square4000
{
    /// <summary>The layer.</summary>
    [Dense(4000, Activation.Linear, UseBias = false)]
    public partial DenseLayer Only { get; }
}

/// <summary>One layer of 4096 linear units.</summary>
[Network(4096)]
public sealed partial class Square4096
{
    /// <summary>The layer.</summary>
    [Dense(4096, Activation.Linear, UseBias = false)]
    public partial DenseLayer Only { get; }
}
