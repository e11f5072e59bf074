using System;
using System.Collections.Generic;
using InitGen.Kernels.Matrices;
using InitGen.Runtime.Tests.Threads;

namespace InitGen.Runtime.Tests.Kernels;

/// <summary>Batches that border on pages that nobody may touch.</summary>
internal sealed unsafe class GuardedBatches(MemoryEdge edge) : IDisposable
{
    private readonly List<GuardedMemory> _memory = [];

    public Matrix Take(int rows, int columns)
    {
        var memory = new GuardedMemory(rows * columns, edge);
        _memory.Add(memory);
        memory.GetSpan().Fill(0.1f);
        return new Matrix(memory.Pointer, rows, columns, columns);
    }

    public void Dispose()
    {
        foreach (IDisposable memory in _memory)
        {
            memory.Dispose();
        }
    }
}
