using System;

namespace InitGen;

/// <summary>What the attributes of depthwise convolutions have in common: each channel that comes in has a kernel of its own, or several.</summary>
public abstract class DepthwiseConvolutionAttribute : ConvolutionAttribute
{
    private protected DepthwiseConvolutionAttribute(int kernel, Activation activation, Init init)
        : base(kernel, activation, init)
    {
    }

    /// <summary>How many channels come out for each that comes in, at least 1.</summary>
    public int Multiplier { get; set; } = 1;
}

/// <summary>Makes a partial property a convolution of each channel of channels × length by itself.</summary>
/// <param name="kernel">The extent of the kernel, at least 1.</param>
/// <param name="activation">The activation function.</param>
/// <param name="init">How the weights are initialized.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class DepthwiseConv1dAttribute(int kernel, Activation activation = Activation.Linear, Init init = Init.Auto)
    : DepthwiseConvolutionAttribute(kernel, activation, init);

/// <summary>Makes a partial property a convolution of each channel of channels × height × width by itself.</summary>
/// <param name="kernel">The extent of the kernel along both axes, at least 1.</param>
/// <param name="activation">The activation function.</param>
/// <param name="init">How the weights are initialized.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class DepthwiseConv2dAttribute(int kernel, Activation activation = Activation.Linear, Init init = Init.Auto)
    : DepthwiseConvolutionAttribute(kernel, activation, init)
{
    /// <inheritdoc cref="Conv2dAttribute.KernelHeight"/>
    public int KernelHeight { get; set; } = kernel;

    /// <inheritdoc cref="Conv2dAttribute.KernelWidth"/>
    public int KernelWidth { get; set; } = kernel;

    /// <inheritdoc cref="Conv2dAttribute.StrideHeight"/>
    public int StrideHeight { get; set; } = 1;

    /// <inheritdoc cref="Conv2dAttribute.StrideWidth"/>
    public int StrideWidth { get; set; } = 1;

    /// <inheritdoc cref="Conv2dAttribute.PaddingHeight"/>
    public int PaddingHeight { get; set; }

    /// <inheritdoc cref="Conv2dAttribute.PaddingWidth"/>
    public int PaddingWidth { get; set; }
}

/// <summary>Makes a partial property a convolution of each channel of channels × depth × height × width by itself.</summary>
/// <param name="kernel">The extent of the kernel along all axes, at least 1.</param>
/// <param name="activation">The activation function.</param>
/// <param name="init">How the weights are initialized.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class DepthwiseConv3dAttribute(int kernel, Activation activation = Activation.Linear, Init init = Init.Auto)
    : DepthwiseConvolutionAttribute(kernel, activation, init);
