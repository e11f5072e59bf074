using InitGen;

namespace PackageConsumer;

[Network(784)]
public sealed partial class Classifier
{
    [Dense(500, Activation.Relu)]
    public partial DenseLayer Hidden1 { get; }

    [Dense(500, Activation.Relu, Init.XavierUniform, Repeat = 10)]
    public partial DenseStack Hidden2 { get; }

    [Dense(10, Activation.Softmax)]
    public partial DenseLayer Output { get; }
}
