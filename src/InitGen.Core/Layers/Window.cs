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
    public long Taps(int extent)
    {
        long taps = 0;
        for (int tap = 0; tap < Kernel; tap++)
        {
            taps += Meetings(tap, extent);
        }

        return taps;
    }

    /// <summary>How often the tap in the middle meets the input and not its padding, over all outputs.</summary>
    /// <param name="extent">The extent of the input.</param>
    internal long MiddleTaps(int extent) => Meetings(KernelShape.MiddleOf(Kernel), extent);

    private long Meetings(int tap, int extent)
    {
        long meetings = 0;
        for (int output = 0; output < OutputOf(extent); output++)
        {
            long place = ((long)output * Stride) - Padding + ((long)tap * Dilation);
            meetings += place >= 0 && place < extent ? 1 : 0;
        }

        return meetings;
    }
}
