using System;
using InitGen.Activations;

namespace InitGen;

/// <summary>What all attributes of layers with weights have in common.</summary>
public abstract class WeightedLayerAttribute : LayerAttribute
{
    private protected WeightedLayerAttribute(Activation activation, Init init)
    {
        Activation = activation;
        Init = init;
    }

    /// <summary>The activation function.</summary>
    public Activation Activation { get; }

    /// <summary>How the weights are initialized.</summary>
    public Init Init { get; }

    /// <summary>A factor on the number of units, for sizes that a block's use names: 4 and <see cref="Block.Channels"/> are four times as
    /// many.</summary>
    public int Expand { get; set; } = 1;

    /// <summary>A factor on the weights of the Xavier, He, LeCun and orthogonal initializers.</summary>
    public double Gain { get; set; } = 1;

    /// <summary>The standard deviation of the weights of <see cref="Init.Normal"/> and <see cref="Init.TruncatedNormal"/>, and of the
    /// weights of <see cref="Init.Sparse"/> that are not 0.</summary>
    public double StdDev { get; set; }

    /// <summary>The bound of <see cref="Init.Uniform"/>: weights are drawn from U(−Limit, Limit).</summary>
    public double Limit { get; set; }

    /// <summary>The weight of <see cref="Init.Constant"/>.</summary>
    public double Value { get; set; }

    /// <summary>How many weights of a unit <see cref="Init.Sparse"/> draws; the others are 0.</summary>
    public int NonZeros { get; set; }

    /// <summary>Which fan the Xavier, He and LeCun initializers divide by.</summary>
    public FanMode FanMode { get; set; }

    /// <summary>Whether a normal initializer of the Xavier, He or LeCun family cuts its distribution at two standard deviations (the
    /// weights keep the family's standard deviation).</summary>
    public bool Truncated { get; set; }

    /// <summary>The slope of <see cref="Activation.LeakyRelu"/> below 0.</summary>
    public double Slope { get; set; } = ActivationFunction.DefaultSlope;

    /// <summary>Whether the units have biases.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>The value that biases start from.</summary>
    public double Bias { get; set; }

    /// <summary>The standard deviation of normal noise on the biases.</summary>
    public double BiasStdDev { get; set; }

    /// <summary>The type that <see cref="Init.Custom"/> calls, an <c>IWeightInitializer</c>.</summary>
    public Type? Initializer { get; set; }
}
