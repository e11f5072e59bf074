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

    /// <summary>How much <see cref="ActivationStdDev"/> differs from seed to seed in layers of this width: the standard deviation of its
    /// logarithm, which is normal. With s for it, the measured one is likely within e^(±s) of e^(−s²) times the prediction; above 0.7 the
    /// prediction says little (Hanin and Nica 2018; Roberts, Yaida and Hanin 2022).</summary>
    public required double ActivationSpread { get; init; }

    /// <summary>The part of <see cref="ActivationStdDev"/> that tells inputs apart, √(E[φ(z)²] − E[φ(z)·φ(z')]) over two inputs of one
    /// unit (Schoenholz et al. 2017, section 3). The rest differs between units, and is the same whatever comes in.</summary>
    public required double SignalStdDev { get; init; }

    /// <summary>The fraction of the units that pass less than 1 % of the gradient: P(|φ'(z)| &lt; 0.01·sup|φ'|). For ReLU, the inactive
    /// ones.</summary>
    public required double SaturatedFraction { get; init; }

    /// <summary>The standard deviation of the gradient with respect to z, relative to one of 1 at the last layer.</summary>
    public required double GradientStdDev { get; init; }

    /// <summary>How much <see cref="GradientStdDev"/> differs from seed to seed, as <see cref="ActivationSpread"/> says it of the
    /// activations.</summary>
    public required double GradientSpread { get; init; }
}
