namespace InitGen.ProcessStart;

/// <summary>A usual network.</summary>
[Network(784)]
internal sealed partial class Classifier
{
    /// <summary>The first hidden layer.</summary>
    [Dense(500, Activation.Relu)]
    public partial DenseLayer Hidden1 { get; }

    /// <summary>The second hidden layer.</summary>
    [Dense(500, Activation.Relu)]
    public partial DenseLayer Hidden2 { get; }

    /// <summary>The classes.</summary>
    [Dense(10, Activation.Softmax)]
    public partial DenseLayer Output { get; }
}
