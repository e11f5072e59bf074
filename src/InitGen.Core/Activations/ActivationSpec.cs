using System;

namespace InitGen.Activations;

/// <summary>An activation with its argument.</summary>
/// <param name="Kind">The activation.</param>
/// <param name="Slope">The slope of a leaky ReLU below 0; no other has one.</param>
internal readonly record struct ActivationSpec(Activation Kind, double Slope = ActivationFunction.DefaultSlope)
{
    /// <summary>The function; of <see cref="Activation.Softmax"/>, which is predicted as its logits, the identity.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such activation.</exception>
    public ActivationFunction Function => ActivationFunction.Of(Kind, Slope);

    /// <summary>An activation without an argument.</summary>
    public static implicit operator ActivationSpec(Activation kind) => new(kind);
}
