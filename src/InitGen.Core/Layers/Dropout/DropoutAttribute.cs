using System;

namespace InitGen;

/// <summary>Makes a partial property a dropout: in training each value is dropped, 0, with a probability p, and the others are multiplied by
/// 1/(1 − p); in inference nothing happens (Srivastava et al. 2014). Which are dropped depends on the step of the network alone.</summary>
/// <param name="probability">The probability that a value is dropped, at least 0 and less than 1.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class DropoutAttribute(double probability) : LayerAttribute
{
    /// <summary>The probability that a value is dropped.</summary>
    public double Probability { get; } = probability;
}
