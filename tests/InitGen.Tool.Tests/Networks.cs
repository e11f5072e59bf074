using System;

// What the tool finds in the assembly of these tests.
namespace InitGen.Tool.Tests.Networks;

[Network(3)]
internal sealed partial class Healthy
{
    [Dense(8, Activation.Tanh)]
    public partial DenseLayer Hidden { get; }

    [Dense(2)]
    public partial DenseLayer Output { get; }
}

[Network(3)]
internal sealed partial class Vanishing
{
    [Dense(3, Activation.Tanh, Init.Normal, StdDev = 0.01, Repeat = 4)]
    public partial DenseStack Hidden { get; }
}

[Network(5)]
internal sealed partial class Throwing
{
    [Dense(2, Activation.Tanh, Init.Custom, Initializer = typeof(Failure))]
    public partial DenseLayer Output { get; }

    internal readonly struct Failure : IWeightInitializer
    {
        public static void Initialize(Span<float> weights, WeightShape shape, ref PhiloxStream random) =>
            throw new InvalidOperationException("This initializer fails on purpose.");
    }
}

[Network(2)]
internal sealed partial class Failing
{
    static Failing() => throw new InvalidOperationException("This class fails on purpose.");

    [Dense(1)]
    public partial DenseLayer Output { get; }
}

[Network(3)]
internal sealed partial class ZeroOutput
{
    [Dense(8, Activation.Relu)]
    public partial DenseLayer Hidden { get; }

    [Dense(2, Activation.Softmax, Init.Zeros)]
    public partial DenseLayer Output { get; }
}

internal static partial class Outer
{
    [Network(3)]
    internal sealed partial class Twin
    {
        [Dense(2)]
        public partial DenseLayer Output { get; }
    }
}

[Network(3)]
internal sealed partial class Twin
{
    [Dense(4)]
    public partial DenseLayer Output { get; }
}
