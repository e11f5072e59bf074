using System;

namespace InitGen.Kernels.Convolutions;

/// <summary>What a convolution maps to what: maps of channels to maps of units, along three axes. Those that a map does not have come first
/// and have an extent of 1.</summary>
internal readonly struct ConvolutionShape
{
    private ConvolutionShape(int channels, int units, int groups, ConvolutionAxis depth, ConvolutionAxis height, ConvolutionAxis width)
    {
        Channels = channels;
        Units = units;
        Groups = groups;
        Depth = depth;
        Height = height;
        Width = width;
    }

    /// <summary>The channels of the input.</summary>
    public int Channels { get; }

    /// <summary>The units, which are the channels of the output.</summary>
    public int Units { get; }

    /// <summary>The groups that channels and units are divided into; a unit sees the channels of its own.</summary>
    public int Groups { get; }

    /// <summary>The slowest axis.</summary>
    public ConvolutionAxis Depth { get; }

    /// <summary>The axis in between.</summary>
    public ConvolutionAxis Height { get; }

    /// <summary>The axis along which values stand together.</summary>
    public ConvolutionAxis Width { get; }

    /// <summary>The channels of a group.</summary>
    public int ChannelsOfGroup => Channels / Groups;

    /// <summary>The units of a group.</summary>
    public int UnitsOfGroup => Units / Groups;

    /// <summary>The taps of the kernel.</summary>
    public int Taps => Depth.Window.Kernel * Height.Window.Kernel * Width.Window.Kernel;

    /// <summary>The weights of a unit.</summary>
    public int WeightsOfUnit => ChannelsOfGroup * Taps;

    /// <summary>The positions of a channel of the input.</summary>
    public int InputPositions => Depth.Input * Height.Input * Width.Input;

    /// <summary>The positions of a unit.</summary>
    public int OutputPositions => Depth.Output * Height.Output * Width.Output;

    /// <summary>The number of multiplications for a row.</summary>
    public long Work => (long)Units * WeightsOfUnit * OutputPositions;

    /// <summary>Whether each output is made of the inputs at its place alone.</summary>
    public bool IsIdentity => Depth.IsIdentity && Height.IsIdentity && Width.IsIdentity;

    /// <summary>The shape of a convolution.</summary>
    /// <param name="input">The shape of an input, with 1 to 3 axes.</param>
    /// <param name="output">The shape of an output, with as many.</param>
    /// <param name="windows">How the kernel moves along each axis.</param>
    /// <param name="groups">The number of groups; it divides channels and units.</param>
    public static ConvolutionShape Of(Shape input, Shape output, ReadOnlySpan<Window> windows, int groups)
    {
        Span<ConvolutionAxis> axes = [ConvolutionAxis.None, ConvolutionAxis.None, ConvolutionAxis.None];
        for (int axis = 0; axis < windows.Length; axis++)
        {
            axes[axes.Length - windows.Length + axis] = new ConvolutionAxis(input[axis], output[axis], windows[axis]);
        }

        return new ConvolutionShape(input.Units, output.Units, groups, axes[0], axes[1], axes[2]);
    }

    /// <summary>Whether a layer has as many axes, channels and parameters as a convolution.</summary>
    /// <param name="info">What is known of the layer.</param>
    /// <param name="windows">How the kernel moves along each axis.</param>
    /// <param name="groups">The number of groups.</param>
    public static bool Fits(LayerInfo info, ReadOnlySpan<Window> windows, int groups)
    {
        bool isRight = windows.Length == info.Input.Axes && windows.Length == info.Output.Axes && groups >= 1
            && info.Input.Units % groups == 0 && info.Output.Units % groups == 0
            && info.Parameters is { Count: 1 or 2 } && (info.BiasOffset < 0 || info.Parameters[1].Count == info.Output.Units);
        long weights = (long)info.Output.Units * (info.Input.Units / Math.Max(groups, 1));
        foreach (Window window in windows)
        {
            weights *= window.Kernel;
        }

        return isRight && info.WeightCount == weights;
    }

    /// <summary>What is wrong with a layer that a convolution does not fit.</summary>
    /// <param name="info">What is known of the layer.</param>
    /// <param name="kind">What people call its kind.</param>
    /// <param name="windows">How the kernel moves along each axis.</param>
    /// <param name="groups">The number of groups.</param>
    public static InvalidOperationException Mismatch(LayerInfo info, string kind, ReadOnlySpan<Window> windows, int groups) => new(
        $"The shapes of '{info.Name}', {info.Input} → {info.Output}, or of its parameters are not those of a {kind} of {groups} groups "
        + $"with the kernels {string.Join(", ", windows.ToArray())}.");

    /// <summary>The same as a map of one axis, where the positions do not see each other.</summary>
    public ConvolutionShape Flattened()
    {
        int positions = OutputPositions;
        var axis = new ConvolutionAxis(positions, positions, new Window(1));
        return new ConvolutionShape(Channels, Units, Groups, ConvolutionAxis.None, ConvolutionAxis.None, axis);
    }
}
