using System;
using InitGen.Activations;

namespace InitGen;

/// <summary>What the attributes of normalizations have in common: φ(γ·(x − mean)/√(variance + ε) + β).</summary>
public abstract class NormAttribute : LayerAttribute
{
    private protected NormAttribute(Activation activation) => Activation = activation;

    /// <summary>The activation function.</summary>
    public Activation Activation { get; }

    /// <summary>The slope of <see cref="Activation.LeakyRelu"/> below 0.</summary>
    public double Slope { get; set; } = ActivationFunction.DefaultSlope;

    /// <summary>What the scales γ start from.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>What the shifts β start from.</summary>
    public double Shift { get; set; }

    /// <summary>What is added to the variance, so that it is never 0.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether there are scales and shifts that are trained.</summary>
    public bool Affine { get; set; } = true;
}

/// <summary>Makes a partial property a batch normalization: each channel, or each unit of a vector, over the rows of a batch and its positions
/// (Ioffe and Szegedy 2015). A batch is what one pass is given.</summary>
/// <param name="activation">The activation function.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class BatchNormAttribute(Activation activation = Activation.Linear) : NormAttribute(activation)
{
    /// <summary>The share of a new batch in the running means and variances that inference uses.</summary>
    public double Momentum { get; set; } = 0.1;
}

/// <summary>Makes a partial property a normalization of each row of a vector over its units (Ba et al. 2016).</summary>
/// <param name="activation">The activation function.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class LayerNormAttribute(Activation activation = Activation.Linear) : NormAttribute(activation);

/// <summary>Makes a partial property a division of each row of a vector by its root mean square (Zhang and Sennrich 2019).</summary>
/// <param name="activation">The activation function.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class RmsNormAttribute(Activation activation = Activation.Linear) : NormAttribute(activation);

/// <summary>Makes a partial property a normalization of groups of channels, row by row (Wu and He 2018).</summary>
/// <param name="groups">The number of groups.</param>
/// <param name="activation">The activation function.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class GroupNormAttribute(int groups, Activation activation = Activation.Linear) : NormAttribute(activation)
{
    /// <summary>The number of groups.</summary>
    public int Groups { get; } = groups;
}
