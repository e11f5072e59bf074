namespace InitGen.Soak;

/// <summary>A usual network.</summary>
[Network(784)]
internal sealed partial class Classifier
{
    [Dense(500, Activation.Relu)] public partial DenseLayer Hidden { get; }

    [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }
}

/// <summary>The initializers and activations that the other has not.</summary>
[Network(96)]
internal sealed partial class Mixed
{
    [Dense(96, Activation.Tanh, Init.Orthogonal, Repeat = 3)] public partial DenseStack Hidden { get; }

    [Dense(70, Activation.Gelu, Init.Sparse, NonZeros = 15, StdDev = 0.3)] public partial DenseLayer Sparse { get; }

    [Dense(33, Activation.Selu, Init.LeCunNormal, Truncated = true, BiasStdDev = 0.1)] public partial DenseLayer Truncated { get; }

    [Dense(1)] public partial DenseLayer Output { get; }
}
