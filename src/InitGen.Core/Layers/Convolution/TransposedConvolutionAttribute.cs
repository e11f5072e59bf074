using System;

namespace InitGen;

/// <summary>What the attributes of transposed convolutions have in common: each value that comes in adds its kernel to what comes out, as the
/// way back through a convolution does.</summary>
public abstract class TransposedConvolutionAttribute : GroupedConvolutionAttribute
{
    private protected TransposedConvolutionAttribute(int channels, int kernel, Activation activation, Init init)
        : base(channels, kernel, activation, init)
    {
    }

    /// <summary>How many positions more come out at the end of each axis, less than the stride or the dilation: a stride leaves open which of
    /// several extents a convolution had.</summary>
    public int OutputPadding { get; set; }
}

/// <summary>Makes a partial property a transposed convolution of channels × length.</summary>
/// <param name="channels">The number of channels that come out, at least 1.</param>
/// <param name="kernel">The extent of the kernel, at least 1.</param>
/// <param name="activation">The activation function.</param>
/// <param name="init">How the weights are initialized.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ConvTranspose1dAttribute(int channels, int kernel, Activation activation = Activation.Linear, Init init = Init.Auto)
    : TransposedConvolutionAttribute(channels, kernel, activation, init);

/// <summary>Makes a partial property a transposed convolution of channels × height × width.</summary>
/// <param name="channels">The number of channels that come out, at least 1.</param>
/// <param name="kernel">The extent of the kernel along both axes, at least 1.</param>
/// <param name="activation">The activation function.</param>
/// <param name="init">How the weights are initialized.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ConvTranspose2dAttribute(int channels, int kernel, Activation activation = Activation.Linear, Init init = Init.Auto)
    : TransposedConvolutionAttribute(channels, kernel, activation, init)
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

    /// <summary>The output padding along the height, where it is another.</summary>
    public int OutputPaddingHeight { get; set; }

    /// <summary>The output padding along the width, where it is another.</summary>
    public int OutputPaddingWidth { get; set; }
}

/// <summary>Makes a partial property a transposed convolution of channels × depth × height × width.</summary>
/// <param name="channels">The number of channels that come out, at least 1.</param>
/// <param name="kernel">The extent of the kernel along all axes, at least 1.</param>
/// <param name="activation">The activation function.</param>
/// <param name="init">How the weights are initialized.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ConvTranspose3dAttribute(int channels, int kernel, Activation activation = Activation.Linear, Init init = Init.Auto)
    : TransposedConvolutionAttribute(channels, kernel, activation, init);
