namespace InitGen.Samples.Digits;

// Most of these networks are wrong on purpose. The compiler says so: see the suggestions of this file.
// The outputs are logits (Linear): softmax and cross-entropy together have a gradient that never overflows.

/// <summary>tanh. All weights 0: every unit of a layer stays equal to its neighbours.</summary>
[Network(64)]
public sealed partial class ZeroTanh
{
    /// <summary>Five hidden layers.</summary>
    [Dense(64, Activation.Tanh, Init.Zeros, Repeat = 5)]
    public partial DenseStack Hidden { get; }

    /// <summary>One logit a digit.</summary>
    [Dense(10, Activation.Linear, Init.Zeros)]
    public partial DenseLayer Output { get; }
}

/// <summary>tanh. All weights 0.1: the same, with a signal.</summary>
[Network(64)]
public sealed partial class ConstantTanh
{
    /// <summary>Five hidden layers.</summary>
    [Dense(64, Activation.Tanh, Init.Constant, Value = 0.1, Repeat = 5)]
    public partial DenseStack Hidden { get; }

    /// <summary>One logit a digit.</summary>
    [Dense(10, Activation.Linear, Init.Constant, Value = 0.1)]
    public partial DenseLayer Output { get; }
}

/// <summary>tanh. Weights from N(0, 0.001²): the signal vanishes.</summary>
[Network(64)]
public sealed partial class SmallTanh
{
    /// <summary>Five hidden layers.</summary>
    [Dense(64, Activation.Tanh, Init.Normal, StdDev = 0.001, Repeat = 5)]
    public partial DenseStack Hidden { get; }

    /// <summary>One logit a digit.</summary>
    [Dense(10, Activation.Linear, Init.Normal, StdDev = 0.001)]
    public partial DenseLayer Output { get; }
}

/// <summary>tanh. Weights from N(0, 1): the units saturate, or the signal explodes.</summary>
[Network(64)]
public sealed partial class BigTanh
{
    /// <summary>Five hidden layers.</summary>
    [Dense(64, Activation.Tanh, Init.Normal, StdDev = 1, Repeat = 5)]
    public partial DenseStack Hidden { get; }

    /// <summary>One logit a digit.</summary>
    [Dense(10, Activation.Linear, Init.Normal, StdDev = 1)]
    public partial DenseLayer Output { get; }
}

/// <summary>tanh. What Glorot and Bengio derived for tanh.</summary>
[Network(64)]
public sealed partial class XavierTanh
{
    /// <summary>Five hidden layers.</summary>
    [Dense(64, Activation.Tanh, Init.XavierNormal, Repeat = 5)]
    public partial DenseStack Hidden { get; }

    /// <summary>One logit a digit.</summary>
    [Dense(10, Activation.Linear, Init.XavierNormal)]
    public partial DenseLayer Output { get; }
}

/// <summary>tanh. What He et al. derived for ReLU.</summary>
[Network(64)]
public sealed partial class HeTanh
{
    /// <summary>Five hidden layers.</summary>
    [Dense(64, Activation.Tanh, Init.HeNormal, Repeat = 5)]
    public partial DenseStack Hidden { get; }

    /// <summary>One logit a digit.</summary>
    [Dense(10, Activation.Linear, Init.HeNormal)]
    public partial DenseLayer Output { get; }
}

/// <summary>tanh. What Martens used: 15 inputs a unit, from N(0, 1).</summary>
[Network(64)]
public sealed partial class SparseTanh
{
    /// <summary>Five hidden layers.</summary>
    [Dense(64, Activation.Tanh, Init.Sparse, NonZeros = 15, StdDev = 1, Repeat = 5)]
    public partial DenseStack Hidden { get; }

    /// <summary>One logit a digit.</summary>
    [Dense(10, Activation.Linear, Init.Sparse, NonZeros = 15, StdDev = 1)]
    public partial DenseLayer Output { get; }
}

/// <summary>ReLU. All weights 0: every unit of a layer stays equal to its neighbours.</summary>
[Network(64)]
public sealed partial class ZeroRelu
{
    /// <summary>Five hidden layers.</summary>
    [Dense(64, Activation.Relu, Init.Zeros, Repeat = 5)]
    public partial DenseStack Hidden { get; }

    /// <summary>One logit a digit.</summary>
    [Dense(10, Activation.Linear, Init.Zeros)]
    public partial DenseLayer Output { get; }
}

/// <summary>ReLU. All weights 0.1: the same, with a signal.</summary>
[Network(64)]
public sealed partial class ConstantRelu
{
    /// <summary>Five hidden layers.</summary>
    [Dense(64, Activation.Relu, Init.Constant, Value = 0.1, Repeat = 5)]
    public partial DenseStack Hidden { get; }

    /// <summary>One logit a digit.</summary>
    [Dense(10, Activation.Linear, Init.Constant, Value = 0.1)]
    public partial DenseLayer Output { get; }
}

/// <summary>ReLU. Weights from N(0, 0.001²): the signal vanishes.</summary>
[Network(64)]
public sealed partial class SmallRelu
{
    /// <summary>Five hidden layers.</summary>
    [Dense(64, Activation.Relu, Init.Normal, StdDev = 0.001, Repeat = 5)]
    public partial DenseStack Hidden { get; }

    /// <summary>One logit a digit.</summary>
    [Dense(10, Activation.Linear, Init.Normal, StdDev = 0.001)]
    public partial DenseLayer Output { get; }
}

/// <summary>ReLU. Weights from N(0, 1): the units saturate, or the signal explodes.</summary>
[Network(64)]
public sealed partial class BigRelu
{
    /// <summary>Five hidden layers.</summary>
    [Dense(64, Activation.Relu, Init.Normal, StdDev = 1, Repeat = 5)]
    public partial DenseStack Hidden { get; }

    /// <summary>One logit a digit.</summary>
    [Dense(10, Activation.Linear, Init.Normal, StdDev = 1)]
    public partial DenseLayer Output { get; }
}

/// <summary>ReLU. What Glorot and Bengio derived for tanh.</summary>
[Network(64)]
public sealed partial class XavierRelu
{
    /// <summary>Five hidden layers.</summary>
    [Dense(64, Activation.Relu, Init.XavierNormal, Repeat = 5)]
    public partial DenseStack Hidden { get; }

    /// <summary>One logit a digit.</summary>
    [Dense(10, Activation.Linear, Init.XavierNormal)]
    public partial DenseLayer Output { get; }
}

/// <summary>ReLU. What He et al. derived for ReLU.</summary>
[Network(64)]
public sealed partial class HeRelu
{
    /// <summary>Five hidden layers.</summary>
    [Dense(64, Activation.Relu, Init.HeNormal, Repeat = 5)]
    public partial DenseStack Hidden { get; }

    /// <summary>One logit a digit.</summary>
    [Dense(10, Activation.Linear, Init.HeNormal)]
    public partial DenseLayer Output { get; }
}

/// <summary>ReLU. What Martens used: 15 inputs a unit, from N(0, 1).</summary>
[Network(64)]
public sealed partial class SparseRelu
{
    /// <summary>Five hidden layers.</summary>
    [Dense(64, Activation.Relu, Init.Sparse, NonZeros = 15, StdDev = 1, Repeat = 5)]
    public partial DenseStack Hidden { get; }

    /// <summary>One logit a digit.</summary>
    [Dense(10, Activation.Linear, Init.Sparse, NonZeros = 15, StdDev = 1)]
    public partial DenseLayer Output { get; }
}
