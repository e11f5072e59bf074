using InitGen;

/// <summary>Classes of inputs. Change it, and watch what the compiler says: Init.Normal with StdDev = 0.01, for instance.</summary>
[Network(TEMPLATE_INPUTS)]
public sealed partial class Classifier
{
    /// <summary>The hidden layers. Their weights suit their activation by themselves.</summary>
    [Dense(TEMPLATE_UNITS, Activation.TEMPLATE_ACTIVATION, Repeat = TEMPLATE_DEPTH)]
    public partial DenseStack Hidden { get; }

    /// <summary>The probabilities of the classes.</summary>
    [Dense(TEMPLATE_OUTPUTS, Activation.Softmax)]
    public partial DenseLayer Output { get; }
}
