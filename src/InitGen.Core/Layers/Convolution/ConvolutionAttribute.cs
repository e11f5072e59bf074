using System;

namespace InitGen;

/// <summary>What the attributes of convolutions of all kinds have in common, as PyTorch has them.</summary>
public abstract class ConvolutionAttribute : WeightedLayerAttribute
{
    private protected ConvolutionAttribute(int kernel, Activation activation, Init init)
        : base(activation, init) => Kernel = kernel;

    /// <summary>The extent of the kernel along each axis.</summary>
    public int Kernel { get; }

    /// <summary>How far the kernel moves from one output to the next.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>How many zeros stand at each end of each axis.</summary>
    public int Padding { get; set; }

    /// <summary>The distance between two taps of the kernel.</summary>
    public int Dilation { get; set; } = 1;
}

/// <summary>What the attributes of convolutions have in common that say how many channels come out.</summary>
public abstract class GroupedConvolutionAttribute : ConvolutionAttribute
{
    private protected GroupedConvolutionAttribute(int channels, int kernel, Activation activation, Init init)
        : base(kernel, activation, init) => Channels = channels;

    /// <summary>The number of channels that come out, the units.</summary>
    public int Channels { get; }

    /// <summary>The number of groups that channels are divided into; a unit sees those of its group.</summary>
    public int Groups { get; set; } = 1;
}

/// <summary>Makes a partial property a convolution of channels × length.</summary>
/// <param name="channels">The number of channels that come out, at least 1.</param>
/// <param name="kernel">The extent of the kernel, at least 1.</param>
/// <param name="activation">The activation function.</param>
/// <param name="init">How the weights are initialized.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class Conv1dAttribute(int channels, int kernel, Activation activation = Activation.Linear, Init init = Init.Auto)
    : GroupedConvolutionAttribute(channels, kernel, activation, init);

/// <summary>Makes a partial property a convolution of channels × height × width.</summary>
/// <param name="channels">The number of channels that come out, at least 1.</param>
/// <param name="kernel">The extent of the kernel along both axes, at least 1.</param>
/// <param name="activation">The activation function.</param>
/// <param name="init">How the weights are initialized.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class Conv2dAttribute(int channels, int kernel, Activation activation = Activation.Linear, Init init = Init.Auto)
    : GroupedConvolutionAttribute(channels, kernel, activation, init)
{
    /// <summary>The extent of the kernel along the height, where it is another.</summary>
    public int KernelHeight { get; set; } = kernel;

    /// <summary>The extent of the kernel along the width, where it is another.</summary>
    public int KernelWidth { get; set; } = kernel;

    /// <summary>The stride along the height, where it is another.</summary>
    public int StrideHeight { get; set; } = 1;

    /// <summary>The stride along the width, where it is another.</summary>
    public int StrideWidth { get; set; } = 1;

    /// <summary>The padding along the height, where it is another.</summary>
    public int PaddingHeight { get; set; }

    /// <summary>The padding along the width, where it is another.</summary>
    public int PaddingWidth { get; set; }
}

/// <summary>Makes a partial property a convolution of channels × depth × height × width.</summary>
/// <param name="channels">The number of channels that come out, at least 1.</param>
/// <param name="kernel">The extent of the kernel along all axes, at least 1.</param>
/// <param name="activation">The activation function.</param>
/// <param name="init">How the weights are initialized.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class Conv3dAttribute(int channels, int kernel, Activation activation = Activation.Linear, Init init = Init.Auto)
    : GroupedConvolutionAttribute(channels, kernel, activation, init);
