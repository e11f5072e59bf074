using System.Threading;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>Scratch memory for the threads of a loop, a place for each. It belongs to the thread that runs the loop, so that the helping
/// threads need none of their own.</summary>
internal readonly unsafe struct ScratchPlaces
{
    private readonly float* _memory;
    private readonly nint _stride;
    private readonly int _count;

    /// <summary>Places in a buffer, all of them free.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="size">The floats of a place.</param>
    /// <param name="count">The most threads that the loop runs on.</param>
    public ScratchPlaces(AlignedBuffer<float> buffer, long size, int count)
    {
        _count = count;

        // Each place starts with a cache line for the flag that says whether it is taken.
        _stride = (nint)((size + (2 * RowLayout.CacheLine) - 1) / RowLayout.CacheLine * RowLayout.CacheLine);
        _memory = buffer.Reserve(_count * (long)_stride);
        for (int place = 0; place < _count; place++)
        {
            *Flag(place) = 0;
        }
    }

    /// <summary>Takes a free place: there is one, since a thread takes no second one before it has given the first back.</summary>
    /// <returns>Its memory.</returns>
    public float* Take()
    {
        for (int place = 0; ; place = place + 1 < _count ? place + 1 : 0)
        {
            if (Interlocked.CompareExchange(ref *Flag(place), 1, 0) == 0)
            {
                return (float*)Flag(place) + RowLayout.CacheLine;
            }
        }
    }

    /// <summary>Gives a place back.</summary>
    /// <param name="memory">Its memory.</param>
    public void Return(float* memory) => Volatile.Write(ref *(int*)(memory - RowLayout.CacheLine), 0);

    private int* Flag(int place) => (int*)(_memory + (place * _stride));
}
