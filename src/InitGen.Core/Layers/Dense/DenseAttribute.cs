using System;

namespace InitGen;

/// <summary>Makes a partial property a fully connected layer: φ(W·x + b), W of shape [units x inputs].</summary>
/// <param name="units">The number of units, at least 1.</param>
/// <param name="activation">The activation function.</param>
/// <param name="init">How the weights are initialized.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute(int units, Activation activation = Activation.Linear, Init init = Init.Auto)
    : WeightedLayerAttribute(activation, init)
{
    /// <summary>The number of units.</summary>
    public int Units { get; } = units;
}
