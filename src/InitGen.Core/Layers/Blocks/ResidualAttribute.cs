using System;
using InitGen.Activations;

namespace InitGen;

/// <summary>Makes a partial class a residual block, y = φ(x + s·f(x)): its layers, one behind the other, are f; where some have
/// <see cref="ShortcutAttribute"/> and the shape changes, those take the place of x (He et al. 2016, Deep residual learning). A network uses
/// it by <see cref="BlockAttribute"/>.</summary>
/// <param name="activation">φ.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ResidualAttribute(Activation activation = Activation.Linear) : Attribute
{
    /// <summary>The activation function behind the sum.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>The slope of <see cref="Activation.LeakyRelu"/> below 0.</summary>
    public double Slope { get; set; } = ActivationFunction.DefaultSlope;

    /// <summary>A factor s on what the branch puts out: a number, or <see cref="Scale.PerDepth"/>.</summary>
    public double BranchScale { get; set; } = 1;

    /// <summary>Whether nothing is added where the shape changes and no layer is a shortcut, as in MobileNetV2 (Sandler et al. 2018); else
    /// that is a mistake.</summary>
    public bool IsOptional { get; set; }
}

/// <summary>Makes a partial class a block whose layers follow each other. A network uses it by <see cref="BlockAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SequentialAttribute : Attribute;

/// <summary>Puts a layer of a residual block on the way around its branch. Such layers follow each other; they are there where the branch
/// changes the shape, and else the input is added as it is.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ShortcutAttribute : Attribute;

/// <summary>Factors on branches that are no fixed numbers.</summary>
public static class Scale
{
    /// <summary>1/√L, L the number of residual blocks of the network: the sum then grows by no more than a factor of e, however many there
    /// are.</summary>
    public const double PerDepth = double.NegativeInfinity;
}
