using System;

namespace InitGen.Kernels.Convolutions;

/// <summary>What a convolution, or its way back, makes results of: each is a sum over the channels of its group and the taps, in this
/// order.</summary>
internal readonly unsafe struct TapShape
{
    /// <summary>The channels of a group of the source.</summary>
    public required int SourceChannels { get; init; }

    /// <summary>The channels of a group of the results.</summary>
    public required int ResultChannels { get; init; }

    /// <summary>The number of groups.</summary>
    public required int Groups { get; init; }

    /// <summary>The slowest axis.</summary>
    public required TapAxis Depth { get; init; }

    /// <summary>The axis in between.</summary>
    public required TapAxis Height { get; init; }

    /// <summary>The axis along which values stand together.</summary>
    public required TapAxis Width { get; init; }

    /// <summary>Whether each result is made of what stands at its place in the source.</summary>
    public bool IsIdentity { get; init; }

    /// <summary>The taps.</summary>
    public int Taps => Depth.Taps * Height.Taps * Width.Taps;

    /// <summary>The factors of a result.</summary>
    public int Factors => SourceChannels * Taps;

    /// <summary>The positions that are computed.</summary>
    public int Positions => Depth.Positions * Height.Positions * Width.Positions;

    /// <summary>The values of a channel of the source.</summary>
    public int SourcePositions => Depth.Source * Height.Source * Width.Source;

    /// <summary>The values of a channel of the results.</summary>
    public int ResultPositions => Depth.Places * Height.Places * Width.Places;

    /// <summary>Whether the positions are all values of a channel of the results, in order.</summary>
    public bool IsDense => Depth.PlaceStep == 1 && Height.PlaceStep == 1 && Width.PlaceStep == 1;

    /// <summary>The floats of a line of the source with what stands around it, place by place of each remainder.</summary>
    public int LineLength => Width.Phases * Width.PhaseLength;

    /// <summary>The number of multiplications for a row.</summary>
    public long Work => (long)Groups * ResultChannels * Factors * Positions;

    /// <summary>The outputs of a convolution.</summary>
    /// <param name="shape">The convolution.</param>
    public static TapShape OfOutputs(in ConvolutionShape shape) => new()
    {
        SourceChannels = shape.ChannelsOfGroup,
        ResultChannels = shape.UnitsOfGroup,
        Groups = shape.Groups,
        Depth = TapAxis.OfOutputs(shape.Depth),
        Height = TapAxis.OfOutputs(shape.Height),
        Width = TapAxis.OfOutputs(shape.Width),
        IsIdentity = shape.IsIdentity,
    };

    /// <summary>The number of parts that the gradients of inputs are made of.</summary>
    /// <param name="shape">The convolution.</param>
    public static int InputGradientPhases(in ConvolutionShape shape) =>
        shape.Depth.Window.Stride * shape.Height.Window.Stride * shape.Width.Window.Stride;

    /// <summary>Some of the gradients of a convolution's inputs.</summary>
    /// <param name="shape">The convolution.</param>
    /// <param name="phase">Which; one of <see cref="InputGradientPhases"/>.</param>
    public static TapShape OfInputGradients(in ConvolutionShape shape, int phase)
    {
        (int rest, int width) = Math.DivRem(phase, shape.Width.Window.Stride);
        (int depth, int height) = Math.DivRem(rest, shape.Height.Window.Stride);
        return new TapShape
        {
            SourceChannels = shape.UnitsOfGroup,
            ResultChannels = shape.ChannelsOfGroup,
            Groups = shape.Groups,
            Depth = TapAxis.OfInputGradients(shape.Depth, depth),
            Height = TapAxis.OfInputGradients(shape.Height, height),
            Width = TapAxis.OfInputGradients(shape.Width, width),
            IsIdentity = shape.IsIdentity,
        };
    }

    /// <summary>The place of a tap in the kernel.</summary>
    /// <param name="shape">The convolution.</param>
    /// <param name="tap">The tap.</param>
    public int KernelPlace(in ConvolutionShape shape, int tap)
    {
        (int rest, int width) = Math.DivRem(tap, Width.Taps);
        (int depth, int height) = Math.DivRem(rest, Height.Taps);
        int plane = (Depth.FirstTap + (depth * Depth.TapStride)) * shape.Height.Window.Kernel;
        int line = (plane + Height.FirstTap + (height * Height.TapStride)) * shape.Width.Window.Kernel;
        return line + Width.FirstTap + (width * Width.TapStride);
    }

    /// <summary>The distances of the taps from the first place that a position meets, in lines of <see cref="LineLength"/>.</summary>
    /// <param name="planeLines">The lines of a plane.</param>
    /// <param name="offsets">One for each tap; written.</param>
    public void WriteTapOffsets(int planeLines, int* offsets)
    {
        for (int depth = 0; depth < Depth.Taps; depth++)
        {
            for (int height = 0; height < Height.Taps; height++)
            {
                nint line = ((nint)Depth.TapOffset(depth) * planeLines) + Height.TapOffset(height);
                for (int width = 0; width < Width.Taps; width++)
                {
                    (int index, int phase) = Math.DivRem(Width.TapOffset(width), Width.Step);
                    *offsets++ = (int)((line * LineLength) + (phase * Width.PhaseLength) + index);
                }
            }
        }
    }
}
