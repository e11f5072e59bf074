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
    public long Taps(int extent)
    {
        long taps = 0;
        for (int output = 0; output < OutputOf(extent); output++)
        {
            for (int tap = 0; tap < Kernel; tap++)
            {
                taps += IsInside(output, tap, extent) ? 1 : 0;
            }
        }

        return taps;
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
