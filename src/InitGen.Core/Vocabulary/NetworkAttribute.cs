using System;

namespace InitGen;

/// <summary>Makes a partial class a network. Its layers are its partial properties with a layer attribute, in the order of their
/// declaration.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>A network whose input is a map, whose extents are named.</summary>
    public NetworkAttribute()
    {
    }

    /// <summary>A network whose input is a vector.</summary>
    /// <param name="inputSize">The number of inputs, at least 1.</param>
    public NetworkAttribute(int inputSize) => InputSize = inputSize;

    /// <summary>A network whose input is an image.</summary>
    /// <param name="channels">The number of channels, at least 1.</param>
    /// <param name="height">The number of rows, at least 1.</param>
    /// <param name="width">The number of columns, at least 1.</param>
    public NetworkAttribute(int channels, int height, int width)
    {
        Channels = channels;
        Height = height;
        Width = width;
    }

    /// <summary>A network whose input is a volume.</summary>
    /// <param name="channels">The number of channels, at least 1.</param>
    /// <param name="depth">The number of slices, at least 1.</param>
    /// <param name="height">The number of rows, at least 1.</param>
    /// <param name="width">The number of columns, at least 1.</param>
    public NetworkAttribute(int channels, int depth, int height, int width)
        : this(channels, height, width) => Depth = depth;

    /// <summary>The number of inputs, where they are a vector.</summary>
    public int InputSize { get; }

    /// <summary>The number of channels of a signal, an image or a volume.</summary>
    public int Channels { get; set; }

    /// <summary>The length of a signal.</summary>
    public int Length { get; set; }

    /// <summary>The number of slices of a volume.</summary>
    public int Depth { get; set; }

    /// <summary>The number of rows of an image or a volume.</summary>
    public int Height { get; set; }

    /// <summary>The number of columns of an image or a volume.</summary>
    public int Width { get; set; }

    /// <summary>The mean of the inputs that the predictions assume.</summary>
    public double InputMean { get; set; }

    /// <summary>The standard deviation of the inputs that the predictions assume, at least 0.</summary>
    public double InputStdDev { get; set; } = 1;

    /// <summary>How two positions of one input are correlated, from 0 to 1: what pooling makes of them depends on it. Of natural images, about
    /// 0.9. Where nothing is said, what is pooled is predicted to be
    /// between two numbers (<see cref="PredictionBounds"/>).</summary>
    public double InputCorrelation { get; set; } = double.NaN;

    /// <summary>How the names of layers become names in files.</summary>
    public NameStyle Names { get; set; }
}
