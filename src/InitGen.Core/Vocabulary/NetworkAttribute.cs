using System;

namespace InitGen;

/// <summary>Makes a partial class a network. Its layers are its partial properties with a layer attribute, in the order of their
/// declaration.</summary>
/// <param name="inputSize">The number of inputs, at least 1.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class NetworkAttribute(int inputSize) : Attribute
{
    /// <summary>The number of inputs.</summary>
    public int InputSize { get; } = inputSize;

    /// <summary>The mean of the inputs that the predictions assume.</summary>
    public double InputMean { get; set; }

    /// <summary>The standard deviation of the inputs that the predictions assume, at least 0.</summary>
    public double InputStdDev { get; set; } = 1;
}
