using System;
using InitGen.Activations;

namespace InitGen;

/// <summary>Makes a partial property the units of several layers side by side: those of the layer before, or of the one that
/// <see cref="LayerAttribute.From"/> names, then those of others. All have the same positions.</summary>
/// <param name="others">The names of the other layers, which stand before this one.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ConcatAttribute(params string[] others) : LayerAttribute
{
    /// <summary>The names of the other layers.</summary>
    public string[] Others { get; } = others;

    /// <summary>The activation function.</summary>
    public Activation Activation { get; set; }

    /// <summary>The slope of <see cref="Activation.LeakyRelu"/> below 0.</summary>
    public double Slope { get; set; } = ActivationFunction.DefaultSlope;
}
