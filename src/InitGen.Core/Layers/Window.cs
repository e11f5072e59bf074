using System;
using InitGen.Initialization;

namespace InitGen;

/// <summary>How a kernel moves along one axis, as PyTorch has it.</summary>
/// <param name="Kernel">The number of its taps, at least 1.</param>
/// <param name="Stride">How far it moves from one output to the next, at least 1.</param>
/// <param name="Padding">How many zeros stand before the input and behind it, at least 0.</param>
/// <param name="Dilation">The distance between two taps, at least 1.</param>
public readonly record struct Window(int Kernel, int Stride = 1, int Padding = 0, int Dilation = 1)
{
    /// <summary>The extent of the outputs; less than 1 where the kernel does not fit, 0 where the input's is not known.</summary>
    /// <param name="extent">The extent of the input; 0 where it is not known.</param>
    public int OutputOf(int extent)
    {
        long room = extent + (2L * Padding) - ((long)Dilation * (Kernel - 1)) - 1;
        return extent < 1 || Stride < 1 ? 0 : room < 0 ? -1 : (int)((room / Stride) + 1);
    }

    /// <summary>How many taps meet the input and not its padding, over all outputs.</summary>
    /// <param name="extent">The extent of the input.</param>
    public long Taps(int extent) => Taps(extent, OutputOf(extent));

    /// <summary>The extent of the outputs of a transposed convolution; less than 1 where padding leaves nothing, 0 where the input's is not
    /// known.</summary>
    /// <param name="extent">The extent of the input; 0 where it is not known.</param>
    /// <param name="padding">How many more there are at the end.</param>
    internal int TransposedOutputOf(int extent, int padding)
    {
        long output = ((extent - 1L) * Stride) - (2L * Padding) + ((long)Dilation * (Kernel - 1)) + 1 + padding;
        return extent < 1 ? 0 : output < 1 ? -1 : (int)Math.Min(output, int.MaxValue);
    }

    /// <summary>How many taps meet a map and not its padding, over some positions of the kernel.</summary>
    /// <param name="extent">The extent of the map.</param>
    /// <param name="positions">The number of positions.</param>
    internal long Taps(int extent, int positions)
    {
        long taps = 0;
        for (int tap = 0; tap < Kernel; tap++)
        {
            taps += Meetings(tap, extent, positions);
        }

        return taps;
    }

    /// <summary>How often the tap in the middle meets the input and not its padding, over all outputs.</summary>
    /// <param name="extent">The extent of the input.</param>
    internal long MiddleTaps(int extent) => Meetings(KernelShape.MiddleOf(Kernel), extent, OutputOf(extent));

    // Position o meets o·Stride − before, from the first that is not negative to the last below the extent.
    private long Meetings(int tap, int extent, int positions)
    {
        if (positions < 1)
        {
            return 0;
        }

        long before = Padding - ((long)tap * Dilation);
        long first = before > 0 ? (before + Stride - 1) / Stride : 0;
        long last = extent + before > 0 ? Math.Min((extent - 1 + before) / Stride, positions - 1) : -1;
        return Math.Max(last - first + 1, 0);
    }

    /// <summary>How many of the taps that meet the input do so at both of two neighbouring outputs, on average over the first and the
    /// second, the third and the fourth, and so on, as a window of two joins them; 1 where there are no two.</summary>
    /// <param name="extent">The extent of the input.</param>
    internal double SharedTaps(int extent)
    {
        long taps = 0;
        long shared = 0;
        for (int output = 0; output < OutputOf(extent) - 1; output += 2)
        {
            for (int tap = 0; tap < Kernel; tap++)
            {
                bool isFirst = IsInside(output, tap, extent);
                bool isSecond = IsInside(output + 1, tap, extent);
                taps += (isFirst ? 1 : 0) + (isSecond ? 1 : 0);
                shared += isFirst && isSecond ? 2 : 0;
            }
        }

        return taps == 0 ? 1 : (double)shared / taps;
    }

    private bool IsInside(int output, int tap, int extent) =>
        ((long)output * Stride) - Padding + ((long)tap * Dilation) is var place && place >= 0 && place < extent;
}
