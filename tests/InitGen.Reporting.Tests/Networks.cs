using System;

namespace InitGen.Reporting.Tests;

[Network(3)]
public sealed partial class Tiny
{
    [Dense(4, Activation.Tanh)]
    public partial DenseLayer Hidden { get; }

    [Dense(2, Activation.Relu, BiasStdDev = 0.5)]
    public partial DenseLayer Output { get; }
}

[Network(3, 16, 16)]
public sealed partial class Pooled
{
    [Conv2d(64, 3, Activation.Relu, Init.HeNormal, Padding = 1)]
    public partial Layer Conv { get; }

    [MaxPool2d(2)]
    public partial Layer Pool { get; }

    [Flatten]
    public partial Layer Flat { get; }

    [Dense(10, Activation.Linear, Init.LeCunNormal)]
    public partial DenseLayer Output { get; }
}

[Network(3, 16, 16)]
public sealed partial class VanishingPooled
{
    [Conv2d(64, 3, Activation.Relu, Init.Normal, StdDev = 0.004, Padding = 1)]
    public partial Layer Conv1 { get; }

    [MaxPool2d(2)]
    public partial Layer Pool { get; }

    [Conv2d(64, 3, Activation.Relu, Init.Normal, StdDev = 0.004, Padding = 1)]
    public partial Layer Conv2 { get; }

    [Flatten]
    public partial Layer Flat { get; }

    [Dense(10, Activation.Linear, Init.Normal, StdDev = 0.004)]
    public partial DenseLayer Output { get; }
}

[Network(200)]
public sealed partial class Healthy
{
    [Dense(200, Activation.Tanh, Init.XavierNormal, Repeat = 5)]
    public partial DenseStack Hidden { get; }
}

[Network(200)]
public sealed partial class Vanishing
{
    [Dense(200, Activation.Tanh, Init.Normal, StdDev = 0.01, Repeat = 5)]
    public partial DenseStack Hidden { get; }
}

[Network(200)]
public sealed partial class Exploding
{
    [Dense(200, Activation.Linear, Init.Normal, StdDev = 1, Repeat = 3)]
    public partial DenseStack Hidden { get; }
}

[Network(200)]
public sealed partial class Saturated
{
    [Dense(200, Activation.Tanh, Init.Normal, StdDev = 1, Repeat = 3)]
    public partial DenseStack Hidden { get; }
}

[Network(200)]
public sealed partial class Dead
{
    [Dense(200, Activation.Relu, Bias = -10)]
    public partial DenseLayer Hidden { get; }

    [Dense(10)]
    public partial DenseLayer Output { get; }
}

[Network(64)]
public sealed partial class LostGradients
{
    [Dense(64, Activation.Sigmoid, Init.XavierNormal, BiasStdDev = 1, Repeat = 4)]
    public partial DenseStack Hidden { get; }

    [Dense(10)]
    public partial DenseLayer Output { get; }
}

[Network(64)]
public sealed partial class SameForEveryInput
{
    [Dense(64, Activation.Tanh, Init.Normal, StdDev = 0.001, BiasStdDev = 0.5, Repeat = 3)]
    public partial DenseStack Hidden { get; }

    [Dense(10)]
    public partial DenseLayer Output { get; }
}

[Network(64)]
public sealed partial class FadingGradients
{
    [Dense(64, Activation.Sigmoid, Init.XavierNormal, Repeat = 5)]
    public partial DenseStack Hidden { get; }

    [Dense(10)]
    public partial DenseLayer Output { get; }
}

[Network(20)]
public sealed partial class Zero
{
    [Dense(30, Activation.Relu, Init.Zeros, Repeat = 2)]
    public partial DenseStack Hidden { get; }

    [Dense(10, Activation.Softmax, Init.Zeros)]
    public partial DenseLayer Output { get; }
}

[Network(64)]
public sealed partial class LogisticRegression
{
    [Dense(10, Activation.Softmax, Init.Zeros)]
    public partial DenseLayer Output { get; }
}

[Network(64)]
public sealed partial class ZeroOutput
{
    [Dense(32, Activation.Relu)]
    public partial DenseLayer Hidden { get; }

    [Dense(10, Activation.Softmax, Init.Zeros)]
    public partial DenseLayer Output { get; }
}

[Network(64)]
public sealed partial class LowRank
{
    [Dense(4, Activation.Linear, Init.Normal, StdDev = 0.02, UseBias = false)]
    public partial DenseLayer A { get; }

    [Dense(64, Activation.Linear, Init.Zeros, UseBias = false)]
    public partial DenseLayer B { get; }
}

[Network(13)]
public sealed partial class Regression
{
    [Dense(64, Activation.Relu, Repeat = 2)]
    public partial DenseStack Hidden { get; }

    [Dense(1)]
    public partial DenseLayer Output { get; }
}

[Network(20)]
public sealed partial class Equal
{
    [Dense(30, Activation.Tanh, Init.Constant, Value = 0.01)]
    public partial DenseLayer Hidden { get; }

    [Dense(10)]
    public partial DenseLayer Output { get; }
}

[Network(8)]
public sealed partial class Stack
{
    [Dense(8, Activation.Relu, Repeat = 100)]
    public partial DenseStack Hidden { get; }
}

[Network(20)]
public sealed partial class Isometric
{
    [Dense(20, Activation.Linear, Init.Orthogonal, Repeat = 3)]
    public partial DenseStack Hidden { get; }
}

[Network(3)]
public sealed partial class Unbiased
{
    [Dense(5, Activation.Tanh, UseBias = false)]
    public partial DenseLayer Hidden { get; }

    [Dense(4, Activation.Softmax, UseBias = false)]
    public partial DenseLayer Output { get; }
}

[Network(64)]
public sealed partial class Overflow
{
    [Dense(64, Activation.Relu, Init.Normal, StdDev = 1e10, Repeat = 10)]
    public partial DenseStack Hidden { get; }
}

[WeightVariance(1.0 / 12)]
public sealed class UntrueUniform : IWeightInitializer
{
    public static void Initialize(Span<float> weights, WeightShape shape, ref PhiloxStream random)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = random.NextSingle();
        }
    }
}

[WeightVariance(1.0 / 12, Mean = 0.5)]
public sealed class TrueUniform : IWeightInitializer
{
    public static void Initialize(Span<float> weights, WeightShape shape, ref PhiloxStream random) =>
        UntrueUniform.Initialize(weights, shape, ref random);
}

[Network(50)]
public sealed partial class UntrueWeights
{
    [Dense(100, Activation.Tanh, Init.Custom, Initializer = typeof(UntrueUniform))]
    public partial DenseLayer Hidden { get; }

    [Dense(4, Activation.Softmax)]
    public partial DenseLayer Output { get; }
}

[Network(50)]
public sealed partial class TrueWeights
{
    [Dense(100, Activation.Tanh, Init.Custom, Initializer = typeof(TrueUniform))]
    public partial DenseLayer Hidden { get; }

    [Dense(4, Activation.Softmax)]
    public partial DenseLayer Output { get; }
}

[Network(50)]
public sealed partial class Classifier
{
    [Dense(200, Activation.Relu)]
    public partial DenseLayer Hidden { get; }

    [Dense(100, Activation.Softmax, Init.LeCunNormal, Gain = 1.5)]
    public partial DenseLayer Output { get; }
}

[Network(Channels = 4, Length = 7)]
public sealed partial class Convolving
{
    [Conv1d(4, 3, Activation.Tanh, Groups = 2)]
    public partial Layer Hidden { get; }

    [Conv1d(3, 2)]
    public partial Layer Output { get; }
}

[Network(Channels = 4, Length = 7)]
public sealed partial class Transposing
{
    [ConvTranspose1d(4, 3, Activation.Tanh, Groups = 2)]
    public partial Layer Hidden { get; }

    [ConvTranspose1d(3, 2)]
    public partial Layer Output { get; }
}
