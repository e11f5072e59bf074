// One mistake of each family that has fixes; `dotnet format analyzers` must mend them.
using InitGen;

namespace PackageConsumer;

[Network(784)]
public sealed class Definition
{
    [Dense(10)]
    public DenseLayer Output => default;
}

[Network(784)]
public sealed partial class Initializer
{
    [Dense(500, Activation.Relu, Init.XavierUniform)]
    public partial DenseLayer Hidden1 { get; }

    [Dense(500, Activation.Relu, Init.XavierUniform)]
    public partial DenseLayer Hidden2 { get; }

    [Dense(10)]
    public partial DenseLayer Output { get; }
}

[Network(500)]
public sealed partial class Signal
{
    [Dense(500, Activation.Tanh, Init.Normal, StdDev = 0.01, Repeat = 10)]
    public partial DenseStack Hidden { get; }
}

public static class Usage
{
    public static Signal Attach() => new(new float[1000]);
}
