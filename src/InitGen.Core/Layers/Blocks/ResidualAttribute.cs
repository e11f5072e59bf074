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
