namespace InitGen.Samples.CustomInitializer;

/// <summary>tanh. Laplace weights as wide as tanh needs them.</summary>
[Network(500)]
public sealed partial class LaplaceTanh
{
    /// <summary>Ten layers.</summary>
    [Dense(500, Activation.Tanh, Init.Custom, Initializer = typeof(LaplaceWeights), Repeat = 10)]
    public partial DenseStack Hidden { get; }
}

/// <summary>ReLU. Student's t weights as wide as ReLU needs them.</summary>
[Network(500)]
public sealed partial class StudentTRelu
{
    /// <summary>Ten layers.</summary>
    [Dense(500, Activation.Relu, Init.Custom, Initializer = typeof(StudentTWeights), Repeat = 10)]
    public partial DenseStack Hidden { get; }
}

/// <summary>tanh. Laplace weights that are too small: the compiler says so, as of any initializer, here in a suggestion.</summary>
[Network(500)]
public sealed partial class SmallLaplaceTanh
{
    /// <summary>Ten layers.</summary>
    [Dense(500, Activation.Tanh, Init.Custom, Initializer = typeof(SmallLaplaceWeights), Repeat = 10)]
    public partial DenseStack Hidden { get; }
}
