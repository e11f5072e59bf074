using System;
using System.Buffers;
using System.Runtime.InteropServices;

namespace InitGen.Runtime.Tests.Threads;

/// <summary>Floats whose first stands right behind a page, or whose last stands right before one, that nobody may touch: to read or
/// write past them ends the process. The other side has a guard too, within a page.</summary>
internal sealed unsafe partial class GuardedMemory : MemoryManager<float>
{
    private const int NoAccess = 0;
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly nint _mapping;
    private readonly nint _size;
    private readonly nint _floats;
    private readonly int _length;

    public GuardedMemory(int length, MemoryEdge edge)
    {
        nint page = Environment.SystemPageSize;
        nint room = (((nint)length * sizeof(float)) + page - 1) / page * page;
        _length = length;
        _size = room + (2 * page);
        _mapping = Map(0, _size, NoAccess, PrivateAnonymous, -1, 0);
        if (_mapping == -1 || (room > 0 && Protect(_mapping + page, room, ReadWrite) != 0))
        {
            throw new OutOfMemoryException();
        }

        _floats = _mapping + page + (edge == MemoryEdge.End ? room - ((nint)length * sizeof(float)) : 0);
    }

    /// <summary>Whether this system has what it takes.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    public nint Address => _floats;

    public float* Pointer => (float*)_floats;

    public override Span<float> GetSpan() => new((float*)_floats, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new((float*)_floats + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing) => Unmap(_mapping, _size);

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(nint address, nint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nint length);
}
