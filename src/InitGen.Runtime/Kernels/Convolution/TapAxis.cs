using System;

namespace InitGen.Kernels.Convolutions;

/// <summary>One axis along which results are made of a source: position q and tap t read it at Origin + q·Step + t·TapStep, and 0 where
/// that is outside. Outputs are made of inputs in this way. So are the gradients of inputs, of those of the outputs: the inputs that are a
/// multiple of the stride apart meet the same taps, a part of all.</summary>
internal readonly struct TapAxis
{
    /// <summary>The extent of the source.</summary>
    public required int Source { get; init; }

    /// <summary>The number of positions.</summary>
    public required int Positions { get; init; }

    /// <summary>How far apart in the source two positions are; at least 1.</summary>
    public required int Step { get; init; }

    /// <summary>Where the first position meets the first tap.</summary>
    public required int Origin { get; init; }

    /// <summary>The number of taps.</summary>
    public required int Taps { get; init; }

    /// <summary>How far apart in the source two taps are; may be negative.</summary>
    public required int TapStep { get; init; }

    /// <summary>The place of the first tap in the kernel.</summary>
    public int FirstTap { get; init; }

    /// <summary>How far apart in the kernel two taps are.</summary>
    public int TapStride { get; init; }

    /// <summary>The extent of the results.</summary>
    public int Places { get; init; }

    /// <summary>The place of the first position in the results.</summary>
    public int FirstPlace { get; init; }

    /// <summary>How far apart in the results two positions are.</summary>
    public int PlaceStep { get; init; }

    /// <summary>The first place of the source, or before it, that anything meets.</summary>
    public int Low => Origin + Math.Min(0, (Taps - 1) * TapStep);

    /// <summary>From the first to the last place that a position meets.</summary>
    public int TapSpan => (Math.Abs(TapStep) * (Taps - 1)) + 1;

    /// <summary>From the first to the last place that anything meets.</summary>
    public int Span => ((Positions - 1) * Step) + TapSpan;

    /// <summary>The remainders by the step of the places that anything meets.</summary>
    public int Phases => Taps == 1 ? 1 : Step;

    /// <summary>The places of a remainder.</summary>
    public int PhaseLength => (Span + Step - 1) / Step;

    /// <summary>The outputs of a convolution.</summary>
    /// <param name="axis">The axis.</param>
    public static TapAxis OfOutputs(ConvolutionAxis axis) => new()
    {
        Source = axis.Input,
        Positions = axis.Output,
        Step = axis.Window.Stride,
        Origin = -axis.Window.Padding,
        Taps = axis.Window.Kernel,
        TapStep = axis.Window.Dilation,
        TapStride = 1,
        Places = axis.Output,
        PlaceStep = 1,
    };

    /// <summary>The gradients of the inputs of a convolution that are a multiple of the stride away from one of the first.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="first">The first, less than the stride.</param>
    /// <returns>The axis, without taps where these places meet none, or where there are none.</returns>
    public static TapAxis OfInputGradients(ConvolutionAxis axis, int first)
    {
        (int kernel, int stride, int padding, int dilation) = axis.Window;
        int tapStride = stride / GreatestCommonDivisor(stride, dilation);
        int tap = 0;
        while (tap < tapStride && (first + padding - ((long)tap * dilation)) % stride != 0)
        {
            tap++;
        }

        bool isMet = tap < Math.Min(tapStride, kernel) && first < axis.Input;
        return new TapAxis
        {
            Source = axis.Output,
            Positions = (axis.Input - first + stride - 1) / stride,
            Step = 1,
            Origin = (first + padding - (tap * dilation)) / stride,
            Taps = isMet ? ((kernel - tap - 1) / tapStride) + 1 : 0,
            TapStep = -tapStride * dilation / stride,
            FirstTap = tap,
            TapStride = tapStride,
            Places = axis.Input,
            FirstPlace = first,
            PlaceStep = stride,
        };
    }

    /// <summary>How far a tap is from the first place that a position meets.</summary>
    /// <param name="tap">The tap.</param>
    public int TapOffset(int tap) => TapStep < 0 ? (Taps - 1 - tap) * -TapStep : tap * TapStep;

    private static int GreatestCommonDivisor(int left, int right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }
}
