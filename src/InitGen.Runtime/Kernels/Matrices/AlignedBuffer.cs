using System;

namespace InitGen.Kernels.Matrices;

/// <summary>Scratch memory that grows to the largest size asked for and is kept, so that repeated work allocates nothing. It does not
/// move and starts at a cache line.</summary>
internal sealed unsafe class AlignedBuffer
{
    private const int Alignment = 64;

    private float[] _memory = [];

    /// <summary>Where the buffer starts; null before it is first asked for.</summary>
    public float* Start { get; private set; }

    /// <summary>The buffer's memory; its content is whatever was left there.</summary>
    /// <param name="length">The number of floats that are needed.</param>
    public float* Reserve(long length)
    {
        const int Padding = Alignment / sizeof(float);
        if (Start == null || _memory.Length < length + Padding)
        {
            _memory = GC.AllocateUninitializedArray<float>(checked((int)length + Padding), pinned: true);
            fixed (float* memory = _memory)
            {
                Start = (float*)(((nint)memory + Alignment - 1) & -Alignment);
            }
        }

        return Start;
    }
}
