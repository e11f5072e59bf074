namespace InitGen;

/// <summary>The activation function of a layer, applied to its pre-activation z.</summary>
public enum Activation
{
    /// <summary>φ(z) = z.</summary>
    Linear,

    /// <summary>φ(z) = max(z, 0).</summary>
    Relu,

    /// <summary>φ(z) = z for z ≥ 0, else a·z, with the slope a of <see cref="WeightedLayerAttribute.Slope"/>.</summary>
    LeakyRelu,

    /// <summary>φ(z) = z for z ≥ 0, else eᶻ − 1 (Clevert et al. 2016, α = 1).</summary>
    Elu,

    /// <summary>φ(z) = λ·z for z ≥ 0, else λ·α·(eᶻ − 1), with the λ and α of Klambauer et al. 2017.</summary>
    Selu,

    /// <summary>φ(z) = z·Φ(z), exact, with the normal distribution function Φ (Hendrycks and Gimpel 2016).</summary>
    Gelu,

    /// <summary>φ(z) = z·σ(z), also called swish.</summary>
    Silu,

    /// <summary>φ(z) = z·tanh(ln(1 + eᶻ)) (Misra 2019).</summary>
    Mish,

    /// <summary>φ(z) = ln(1 + eᶻ).</summary>
    Softplus,

    /// <summary>φ(z) = z/(1 + |z|).</summary>
    Softsign,

    /// <summary>The logistic function, φ(z) = 1/(1 + e⁻ᶻ).</summary>
    Sigmoid,

    /// <summary>φ(z) = tanh(z).</summary>
    Tanh,

    /// <summary>φ(z)ᵢ = exp(zᵢ)/Σⱼ exp(zⱼ), over the units of a layer; only the last layer can have it.
    /// It is predicted and measured as its logits.</summary>
    Softmax,

    /// <summary>φ(z) = min(max(z, 0), 6) (Howard et al. 2017).</summary>
    Relu6,

    /// <summary>φ(z) = z·(1 + tanh(√(2/π)·(z + 0.044715·z³)))/2, which is within 0.0005 of <see cref="Gelu"/> (Hendrycks and Gimpel 2016):
    /// <c>approximate='tanh'</c> of PyTorch.</summary>
    GeluTanh,

    /// <summary>φ(z) = z·min(max(z + 3, 0), 6)/6 (Howard et al. 2019).</summary>
    HardSwish,

    /// <summary>φ(z) = min(max(z + 3, 0), 6)/6 (Howard et al. 2019).</summary>
    HardSigmoid,

    /// <summary>φ(z) = min(max(z, −1), 1) (Collobert 2004).</summary>
    HardTanh,
}

/// <summary>What an activation function is like.</summary>
public static class ActivationExtensions
{
    /// <summary>Whether the function's values are bounded on both sides: tanh, sigmoid, softsign, their hard forms, and ReLU6.</summary>
    /// <param name="activation">The function.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">It is none of <see cref="Activation"/>.</exception>
    public static bool IsBounded(this Activation activation) => Activations.ActivationFunction.Of(activation).IsBounded;

    /// <summary>Whether units that pass next to no gradient are called saturated: the function is bounded on both sides and no rectifier.
    /// Those of others, of ReLU6 too, are called inactive.</summary>
    /// <param name="activation">The function.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">It is none of <see cref="Activation"/>.</exception>
    public static bool IsSigmoidal(this Activation activation) => Activations.ActivationFunction.Of(activation).IsSigmoidal;

    /// <summary>Whether there are pre-activations at which the function passes less than 1 % of its largest gradient: those of saturated
    /// units, or of inactive ones under a rectifier.</summary>
    /// <param name="activation">The function.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">It is none of <see cref="Activation"/>.</exception>
    public static bool Saturates(this Activation activation) => Activations.ActivationFunction.Of(activation).SaturatedIntervals.Count > 0;
}
