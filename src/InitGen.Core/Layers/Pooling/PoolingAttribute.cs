using System;
using InitGen.Activations;

namespace InitGen;

/// <summary>What the attributes of pooling layers have in common, as PyTorch has them.</summary>
public abstract class PoolingAttribute : LayerAttribute
{
    private protected PoolingAttribute(int kernel)
    {
        Kernel = kernel;
        Stride = kernel;
    }

    /// <summary>The extent of the window along each axis.</summary>
    public int Kernel { get; }

    /// <summary>How far the window moves from one output to the next; its own extent, where nothing is said.</summary>
    public int Stride { get; set; }

    /// <summary>How far the window reaches over each end of each axis.</summary>
    public int Padding { get; set; }

    /// <summary>The activation function.</summary>
    public Activation Activation { get; set; }

    /// <summary>The slope of <see cref="Activation.LeakyRelu"/> below 0.</summary>
    public double Slope { get; set; } = ActivationFunction.DefaultSlope;
}

/// <summary>Makes a partial property the largest of each window of channels × length.</summary>
/// <param name="kernel">The extent of the window, at least 1.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class MaxPool1dAttribute(int kernel) : PoolingAttribute(kernel);

/// <summary>Makes a partial property the largest of each window of channels × height × width.</summary>
/// <param name="kernel">The extent of the window along both axes, at least 1.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class MaxPool2dAttribute(int kernel) : PoolingAttribute(kernel);

/// <summary>Makes a partial property the largest of each window of channels × depth × height × width.</summary>
/// <param name="kernel">The extent of the window along all axes, at least 1.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class MaxPool3dAttribute(int kernel) : PoolingAttribute(kernel);

/// <summary>What the attributes of average pooling have in common.</summary>
public abstract class AveragePoolingAttribute : PoolingAttribute
{
    private protected AveragePoolingAttribute(int kernel)
        : base(kernel)
    {
    }

    /// <summary>Whether the zeros of the padding count among what is averaged.</summary>
    public bool CountPadding { get; set; } = true;
}

/// <summary>Makes a partial property the average of each window of channels × length.</summary>
/// <param name="kernel">The extent of the window, at least 1.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class AvgPool1dAttribute(int kernel) : AveragePoolingAttribute(kernel);

/// <summary>Makes a partial property the average of each window of channels × height × width.</summary>
/// <param name="kernel">The extent of the window along both axes, at least 1.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class AvgPool2dAttribute(int kernel) : AveragePoolingAttribute(kernel);

/// <summary>Makes a partial property the average of each window of channels × depth × height × width.</summary>
/// <param name="kernel">The extent of the window along all axes, at least 1.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class AvgPool3dAttribute(int kernel) : AveragePoolingAttribute(kernel);

/// <summary>Makes a partial property the average of each channel over all its positions, which has none.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class GlobalAvgPoolAttribute : LayerAttribute
{
    /// <summary>The activation function.</summary>
    public Activation Activation { get; set; }

    /// <summary>The slope of <see cref="Activation.LeakyRelu"/> below 0.</summary>
    public double Slope { get; set; } = ActivationFunction.DefaultSlope;
}
