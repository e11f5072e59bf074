namespace InitGen;

/// <summary>How the weights of a layer are initialized.</summary>
public enum Init
{
    /// <summary>The initializer that suits the activation: Xavier uniform for Linear, Tanh, HardTanh, Sigmoid (with gain 4) and Softmax; He
    /// normal for Relu, LeakyRelu and Relu6; LeCun normal for Selu and HardSigmoid (with gain 4). For Elu, Gelu, GeluTanh, Silu, HardSwish,
    /// Mish, Softplus and Softsign LeCun normal with the gain that keeps the gradient, 1/√E[φ'(z)²] over the layer before (Schoenholz et al.
    /// 2017); in the first layer with the one that gives pre-activations of variance 1, and in a last layer behind them with the one that
    /// gives them a variance of at most 1. Gelu, GeluTanh, Silu, HardSwish and Mish in networks too deep for their width start at their
    /// critical point, with noise on the biases (Roberts, Yaida and Hanin 2022, section 5.3.4).</summary>
    Auto,

    /// <summary>All weights 0.</summary>
    Zeros,

    /// <summary>All weights 1.</summary>
    Ones,

    /// <summary>All weights <see cref="WeightedLayerAttribute.Value"/>.</summary>
    Constant,

    /// <summary>N(0, <see cref="WeightedLayerAttribute.StdDev"/>²).</summary>
    Normal,

    /// <summary>A normal distribution cut at two of its standard deviations and widened so that the weights have the standard deviation
    /// <see cref="WeightedLayerAttribute.StdDev"/>.</summary>
    TruncatedNormal,

    /// <summary>U(−l, l), l the <see cref="WeightedLayerAttribute.Limit"/>.</summary>
    Uniform,

    /// <summary>N(0, g²·2/(n + m)), for fan-in n, fan-out m and gain g (Glorot and Bengio 2010).</summary>
    XavierNormal,

    /// <summary>U(−l, l), l = g·√(6/(n + m)), for fan-in n, fan-out m and gain g (Glorot and Bengio 2010).</summary>
    XavierUniform,

    /// <summary>N(0, g²·2/((1 + a²)·n)), for fan-in n, gain g and the slope a of a leaky ReLU, 0 for a ReLU (He et al. 2015).</summary>
    HeNormal,

    /// <summary>U(−l, l), l = g·√(6/((1 + a²)·n)), for fan-in n, gain g and the slope a of a leaky ReLU, 0 for a ReLU (He et al.
    /// 2015).</summary>
    HeUniform,

    /// <summary>N(0, g²/n), for fan-in n and gain g (LeCun et al. 1998).</summary>
    LeCunNormal,

    /// <summary>U(−l, l), l = g·√(3/n), for fan-in n and gain g (LeCun et al. 1998).</summary>
    LeCunUniform,

    /// <summary>A random matrix with orthonormal rows or columns, times the gain (Saxe et al. 2014).</summary>
    Orthogonal,

    /// <summary>The identity matrix; the layer has as many units as inputs.</summary>
    Identity,

    /// <summary>Each unit gets <see cref="WeightedLayerAttribute.NonZeros"/> weights from N(0, StdDev²), at random places; the others are 0
    /// (Martens 2010).</summary>
    Sparse,

    /// <summary>The weights that the type <see cref="WeightedLayerAttribute.Initializer"/> makes.</summary>
    Custom,

    /// <summary>What <c>Linear</c> of PyTorch and TorchSharp starts from: U(−l, l), l = 1/√n, for fan-in n, for the weights and, unless
    /// <see cref="WeightedLayerAttribute.Bias"/> or <see cref="WeightedLayerAttribute.BiasStdDev"/> says otherwise, for the biases.</summary>
    Torch,

    /// <summary>The edge of chaos, on which neither signals nor gradients grow or shrink in deep stacks (Schoenholz et al. 2017): N(0, σ²/n)
    /// with σ² = 1/E[φ'(z)²], z ~ N(0, q), for fan-in n, and noise of <see cref="WeightedLayerAttribute.BiasStdDev"/> on the biases that makes q the
    /// fixed point; weights behind anything else than it take the signal there. Without BiasStdDev q goes to 0, but for Gelu,
    /// GeluTanh, Silu, HardSwish and Mish, whose fixed point is stable only with noise: theirs is the least that does (Roberts, Yaida and Hanin
    /// 2022, section 5.3.4). Softplus has no such point.</summary>
    Critical,

    /// <summary>For convolutions: kernels that are 0 but in the middle (behind it, where their extent is even), where a random matrix with
    /// orthonormal columns stands, times the gain, one for each group. What comes in keeps its length at every position, whatever the padding
    /// (Xiao et al. 2018). Needs at least as many channels as come in.</summary>
    DeltaOrthogonal,

    /// <summary>For convolutions: 1 in the middle of the kernel (behind it, where its extent is even) from channel i to channel i of each group,
    /// 0 elsewhere, so that the layer passes on what comes in, as far as its channels go (<c>dirac_</c> of PyTorch).</summary>
    Dirac,
}
