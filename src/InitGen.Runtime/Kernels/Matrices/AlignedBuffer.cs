using System;

namespace InitGen.Kernels.Matrices;

/// <summary>Scratch memory that grows to the largest size asked for and is kept, so that repeated work allocates nothing. It does not
/// move and starts at a cache line.</summary>
/// <typeparam name="T">What it holds.</typeparam>
internal sealed unsafe class AlignedBuffer<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    private T[] _memory = [];

    /// <summary>Where the buffer starts; null before it is first asked for.</summary>
    public T* Start { get; private set; }

    /// <summary>The buffer's memory; its content is whatever was left there.</summary>
    /// <param name="length">How many there have to be.</param>
    public T* Reserve(long length)
    {
        int padding = (Alignment + sizeof(T) - 1) / sizeof(T);
        if (Start == null || _memory.Length < length + padding)
        {
            _memory = GC.AllocateUninitializedArray<T>(checked((int)length + padding), pinned: true);
            fixed (T* memory = _memory)
            {
                Start = (T*)(((nint)memory + Alignment - 1) & -Alignment);
            }
        }

        return Start;
    }
}
