namespace InitGen.Kernels.Convolutions;

/// <summary>One axis of a convolution.</summary>
/// <param name="Input">The extent of the input.</param>
/// <param name="Output">The extent of the output.</param>
/// <param name="Window">How the kernel moves along it.</param>
internal readonly record struct ConvolutionAxis(int Input, int Output, Window Window)
{
    /// <summary>An axis that a map does not have.</summary>
    public static ConvolutionAxis None => new(1, 1, new Window(1));

    /// <summary>Whether an output is made of the one input at its place.</summary>
    public bool IsIdentity => Window is { Kernel: 1, Stride: 1, Padding: 0 } && Input == Output;
}
