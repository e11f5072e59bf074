// What the compiler stops at before it runs analyzers: a build must explain each once all the same, and `dotnet format` mend it.
using InitGen;

namespace PackageConsumer;

[Network(784)]
public sealed class ForgottenOnTheClass
{
    [Dense(10)]
    public partial DenseLayer Output { get; }
}

[Network(784)]
public sealed partial class ForgottenOnTheProperty
{
    [Dense(10)]
    public DenseLayer Output { get; }
}
