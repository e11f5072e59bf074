using System;
using InitGen.Activations;

namespace InitGen;

/// <summary>What the attributes of layers that bring several others together have in common.</summary>
public abstract class MergeAttribute : LayerAttribute
{
    private protected MergeAttribute(string[] others) => Others = others;

    /// <summary>The names of the other layers.</summary>
    public string[] Others { get; }

    /// <summary>The activation function.</summary>
    public Activation Activation { get; set; }

    /// <summary>The slope of <see cref="Activation.LeakyRelu"/> below 0.</summary>
    public double Slope { get; set; } = ActivationFunction.DefaultSlope;
}

/// <summary>Makes a partial property a sum: φ(s·x + y + …) of what the layer before puts out, or the one that <see cref="LayerAttribute.From"/>
/// names, and of other layers. All have one shape.</summary>
/// <param name="others">The names of the other layers, which stand before this one.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class AddAttribute(params string[] others) : MergeAttribute(others)
{
    /// <summary>A factor on what the layer before puts out, a branch: a number, or <see cref="Scale.PerDepth"/>.</summary>
    public double BranchScale { get; set; } = 1;
}

/// <summary>Makes a partial property the units of several layers side by side: those of the layer before, or of the one that
/// <see cref="LayerAttribute.From"/> names, then those of others. All have the same positions.</summary>
/// <param name="others">The names of the other layers, which stand before this one.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ConcatAttribute(params string[] others) : MergeAttribute(others);
