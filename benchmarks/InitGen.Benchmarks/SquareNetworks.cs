namespace InitGen.Benchmarks;

// One layer each, of as many linear units as inputs: what Limits measures.

[Network(256)]
internal sealed partial class Square256
{
    [Dense(256, Activation.Linear, UseBias = false)] public partial DenseLayer Only { get; }
}

[Network(500)]
internal sealed partial class Square500
{
    [Dense(500, Activation.Linear, UseBias = false)] public partial DenseLayer Only { get; }
}

[Network(1000)]
internal sealed partial class Square1000
{
    [Dense(1000, Activation.Linear, UseBias = false)] public partial DenseLayer Only { get; }
}

[Network(1024)]
internal sealed partial class Square1024
{
    [Dense(1024, Activation.Linear, UseBias = false)] public partial DenseLayer Only { get; }
}

[Network(2000)]
internal sealed partial class Square2000
{
    [Dense(2000, Activation.Linear, UseBias = false)] public partial DenseLayer Only { get; }
}

[Network(2048)]
internal sealed partial class Square2048
{
    [Dense(2048, Activation.Linear, UseBias = false)] public partial DenseLayer Only { get; }
}

[Network(4000)]
internal sealed partial class Square4000
{
    [Dense(4000, Activation.Linear, UseBias = false)] public partial DenseLayer Only { get; }
}

[Network(4096)]
internal sealed partial class Square4096
{
    [Dense(4096, Activation.Linear, UseBias = false)] public partial DenseLayer Only { get; }
}
