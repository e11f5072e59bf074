using InitGen;

/// <summary>Ten classes of 784 inputs. Change it, and watch what the compiler says: Init.XavierUniform under ReLU, for instance.</summary>
[Network(784)]
public sealed partial class Classifier
{
    /// <summary>Four layers of 256 units. Their weights suit ReLU by themselves: He et al. 2015.</summary>
    [Dense(256, Activation.Relu, Repeat = 4)]
    public partial DenseStack Hidden { get; }

    /// <summary>The probabilities of the classes.</summary>
    [Dense(10, Activation.Softmax)]
    public partial DenseLayer Output { get; }
}
