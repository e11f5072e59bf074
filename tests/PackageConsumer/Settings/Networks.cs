// What a user sets in .editorconfig and silences with a pragma holds in a real build.
using InitGen;

namespace PackageConsumer;

[Network(500)]
public sealed partial class RaisedSeverity
{
    [Dense(500, Activation.Relu, Init.XavierUniform, Repeat = 10)]
    public partial DenseStack Hidden { get; }
}

[Network(500)]
public sealed partial class TightThreshold
{
    [Dense(500, Activation.Tanh, Init.XavierUniform, Repeat = 10)]
    public partial DenseStack Hidden { get; }
}

[Network(500)]
public sealed partial class Silenced
{
#pragma warning disable INIT3001
    [Dense(500, Activation.Tanh, Init.Normal, StdDev = 0.01, Repeat = 10)]
#pragma warning restore INIT3001
    public partial DenseStack Hidden { get; }
}
