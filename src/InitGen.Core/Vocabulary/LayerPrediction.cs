namespace InitGen;

/// <summary>What mean-field theory predicts of a layer at initialization, before anything runs. NaN means unknown: an initializer at or
/// before the layer cannot be predicted.</summary>
public readonly record struct LayerPrediction
{
    /// <summary>The mean of the pre-activations z.</summary>
    public required double PreActivationMean { get; init; }

    /// <summary>The standard deviation of the pre-activations z.</summary>
    public required double PreActivationStdDev { get; init; }

    /// <summary>The mean of the activations φ(z); of the logits for Softmax.</summary>
    public required double ActivationMean { get; init; }

    /// <summary>The standard deviation of the activations φ(z); of the logits for Softmax.</summary>
    public required double ActivationStdDev { get; init; }

    /// <summary>The fraction of the units that pass less than 1 % of the gradient: P(|φ'(z)| &lt; 0.01·sup|φ'|). For ReLU, the inactive
    /// ones.</summary>
    public required double SaturatedFraction { get; init; }

    /// <summary>The standard deviation of the gradient with respect to z, relative to one of 1 at the last layer.</summary>
    public required double GradientStdDev { get; init; }
}
