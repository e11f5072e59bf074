using System;

namespace InitGen.Kernels.Pools;

/// <summary>One axis of a pooling.</summary>
/// <param name="Input">The extent of the input.</param>
/// <param name="Output">The extent of the output.</param>
/// <param name="Window">How the window moves along it.</param>
internal readonly record struct PoolingAxis(int Input, int Output, Window Window)
{
    /// <summary>Whether there is one output, of all inputs and nothing else.</summary>
    public bool IsWhole => Output == 1 && Window is { Padding: 0 } && Window.Kernel == Input && (Window.Dilation == 1 || Input == 1);

    /// <summary>The outputs whose taps all meet the input, from the first to behind the last.</summary>
    public (int Start, int End) Interior
    {
        get
        {
            int room = Input - 1 - ((Window.Kernel - 1) * Window.Dilation) + Window.Padding;
            int start = (Window.Padding + Window.Stride - 1) / Window.Stride;
            return (start, room < 0 ? 0 : Math.Min(Output, (room / Window.Stride) + 1));
        }
    }

    /// <summary>The taps of an output that meet the input: from the place of the first, every so many as the dilation says.</summary>
    /// <param name="output">The output.</param>
    public (int Start, int Count) Taps(int output)
    {
        int start = (output * Window.Stride) - Window.Padding;
        int first = start >= 0 ? 0 : Quotient(-start);
        int end = start >= Input ? 0 : Math.Min(Window.Kernel, Quotient(Input - start));
        return (start + (first * Window.Dilation), Math.Max(0, end - first));
    }

    /// <summary>The number of taps of an output that meet the input or its padding.</summary>
    /// <param name="output">The output.</param>
    public int PaddedTaps(int output)
    {
        int start = (output * Window.Stride) - Window.Padding;
        return Math.Clamp(Quotient(Input + Window.Padding - start), 0, Window.Kernel);
    }

    private int Quotient(int length) => (length + Window.Dilation - 1) / Window.Dilation;
}
