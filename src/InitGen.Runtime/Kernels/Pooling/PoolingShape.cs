using System;

namespace InitGen.Kernels.Pools;

/// <summary>What a pooling maps to what: each channel by itself, along three axes. Those that a map does not have come first and have an
/// extent of 1.</summary>
internal readonly struct PoolingShape
{
    private PoolingShape(int channels, PoolingAxis depth, PoolingAxis height, PoolingAxis width)
    {
        Channels = channels;
        Depth = depth;
        Height = height;
        Width = width;
    }

    /// <summary>The channels.</summary>
    public int Channels { get; }

    /// <summary>The slowest axis.</summary>
    public PoolingAxis Depth { get; }

    /// <summary>The axis in between.</summary>
    public PoolingAxis Height { get; }

    /// <summary>The axis along which values stand together.</summary>
    public PoolingAxis Width { get; }

    /// <summary>The positions of a channel of the input.</summary>
    public int InputPositions => Depth.Input * Height.Input * Width.Input;

    /// <summary>The positions of a channel of the output.</summary>
    public int OutputPositions => Depth.Output * Height.Output * Width.Output;

    /// <summary>Whether a channel has one output, of all inputs.</summary>
    public bool IsGlobal => Depth.IsWhole && Height.IsWhole && Width.IsWhole;

    /// <summary>The number of values that are looked at for a channel.</summary>
    public long Work => (long)OutputPositions * Depth.Window.Kernel * Height.Window.Kernel * Width.Window.Kernel;

    /// <summary>The shape of a layer's pooling.</summary>
    /// <param name="info">What is known of the layer.</param>
    /// <param name="windows">How the window moves along each axis; none for all positions at once.</param>
    /// <exception cref="InvalidOperationException">The layer's shapes are not those of such a pooling.</exception>
    public static PoolingShape Of(LayerInfo info, ReadOnlySpan<Window> windows)
    {
        bool isRight = info.Input.Units == info.Output.Units && windows.Length == info.Output.Axes
            && (windows.Length == 0 || windows.Length == info.Input.Axes);
        for (int axis = 0; isRight && axis < windows.Length; axis++)
        {
            isRight = windows[axis].OutputOf(info.Input[axis]) == info.Output[axis];
        }

        return !isRight
            ? throw new InvalidOperationException(
                $"The shapes of '{info.Name}', {info.Input} → {info.Output}, are not those of a pooling with the windows "
                + $"{string.Join(", ", windows.ToArray())}.")
            : windows.Length > 0 ? Of(info.Input, info.Output, windows) : OfWhole(info.Input);
    }

    /// <summary>The shape of a pooling.</summary>
    /// <param name="input">The shape of an input, with 1 to 3 axes.</param>
    /// <param name="output">The shape of an output, with as many.</param>
    /// <param name="windows">How the window moves along each axis.</param>
    public static PoolingShape Of(Shape input, Shape output, ReadOnlySpan<Window> windows)
    {
        var none = new PoolingAxis(1, 1, new Window(1));
        Span<PoolingAxis> axes = [none, none, none];
        for (int axis = 0; axis < windows.Length; axis++)
        {
            axes[axes.Length - windows.Length + axis] = new PoolingAxis(input[axis], output[axis], windows[axis]);
        }

        return new PoolingShape(input.Units, axes[0], axes[1], axes[2]);
    }

    private static PoolingShape OfWhole(Shape input)
    {
        var none = new PoolingAxis(1, 1, new Window(1));
        Span<PoolingAxis> axes = [none, none, none];
        for (int axis = 0; axis < input.Axes; axis++)
        {
            axes[axes.Length - input.Axes + axis] = new PoolingAxis(input[axis], 1, new Window(input[axis]));
        }

        return new PoolingShape(input.Units, axes[0], axes[1], axes[2]);
    }
}
