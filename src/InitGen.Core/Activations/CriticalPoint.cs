namespace InitGen.Activations;

/// <summary>The edge of chaos with χ⊥ = χ∥ = 1 (Roberts, Yaida and Hanin 2022, section 5.3.4): the fixed point of a deep stack at which
/// neither signals nor gradients grow or shrink, exactly for small deviations.</summary>
/// <param name="Variance">The variance q* of the pre-activations, where E[φ(z)·φ''(z)] = 0.</param>
/// <param name="BiasVariance">The variance of the noise on the biases that holds it, q* − E[φ(z)²]/E[φ'(z)²].</param>
internal readonly record struct CriticalPoint(double Variance, double BiasVariance);
