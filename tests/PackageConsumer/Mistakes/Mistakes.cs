// One network for each rule INIT1xxx but INIT1012, which needs an older language: a real build must report each of them.
using InitGen;

namespace PackageConsumer;

[Network(2)]
public sealed class Init1001
{
    [Dense(2)]
    public DenseLayer Layer => default;
}

[Network(2)]
public sealed partial class Init1002
{
    [Dense(2)]
    public DenseLayer Layer => default;
}

[Network(0)]
public sealed partial class Init1003
{
    [Dense(2)]
    public partial DenseLayer Layer { get; }
}

[Network(2)]
public sealed partial class Init1004;

[Network(2)]
public sealed partial class Init1005
{
    [Dense(2)]
    public partial DenseLayer First { get; }
}

public sealed partial class Init1005
{
    [Dense(2)]
    public partial DenseLayer Second { get; }
}

[Network(2)]
public sealed partial class Init1006
{
    [Dense(2, Activation.Tanh, Init.XavierNormal, Limit = 1)]
    public partial DenseLayer Layer { get; }
}

[Network(2)]
public sealed partial class Init1007
{
    [Dense(2, Activation.Tanh, Init.Normal, StdDev = -1)]
    public partial DenseLayer Layer { get; }
}

[Network(100_000)]
public sealed partial class Init1008
{
    [Dense(100_000)]
    public partial DenseLayer Layer { get; }
}

[Network(2)]
public abstract partial class Init1009
{
    [Dense(2)]
    public partial DenseLayer Layer { get; }
}

public sealed partial class Init1010
{
    [Dense(2)]
    public partial DenseLayer Layer { get; }
}

[Network(2)]
public sealed partial class Init1011
{
    [Dense(2)]
    public partial DenseLayer Layer { get; }

    public void Initialize(ulong seed)
    {
    }
}

[Network(2)]
public sealed partial class Init1013
{
    [Dense(2, Activation.Tanh, Init.Custom, Initializer = typeof(string))]
    public partial DenseLayer Layer { get; }
}

[Network(2)]
public sealed partial class Init1014
{
    [Dense(3, Activation.Tanh, Init.Identity)]
    public partial DenseLayer Layer { get; }
}

[Network(2)]
public sealed partial class Init1015
{
    [Dense(2)]
    public partial DenseLayer oO8g8b8aX4H { get; }

    [Dense(2)]
    public partial DenseLayer t_AwzdNsk_X { get; }
}
