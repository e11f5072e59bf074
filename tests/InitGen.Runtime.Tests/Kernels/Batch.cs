using System;
using System.Linq;
using InitGen.Kernels;
using InitGen.Kernels.Matrices;

namespace InitGen.Runtime.Tests.Kernels;

/// <summary>Rows of values as they lie in a workspace, with NaN between them, which must stay.</summary>
internal sealed unsafe class Batch
{
    private readonly float[] _memory;
    private readonly int _rows;
    private readonly int _columns;
    private readonly int _stride;

    /// <summary>Rows of normal values.</summary>
    public Batch(int rows, int columns, int seed)
        : this(rows, columns, TestLayers.NormalValues(rows * columns, seed))
    {
    }

    /// <summary>Rows of given values.</summary>
    public Batch(int rows, int columns, float[] values)
    {
        _rows = rows;
        _columns = columns;
        _stride = RowLayout.Stride(columns);
        _memory = GC.AllocateUninitializedArray<float>((rows * _stride) + 1, pinned: true);
        Array.Fill(_memory, float.NaN);
        for (int row = 0; row < rows; row++)
        {
            values.AsSpan(row * columns, columns).CopyTo(_memory.AsSpan(row * _stride));
        }
    }

    /// <summary>The rows.</summary>
    public Matrix Matrix => Row(0, _rows);

    /// <summary>The values without what is between the rows, which is checked.</summary>
    public float[] Values
    {
        get
        {
            Assert.All(
                Enumerable.Range(0, _rows), row => Assert.All(_memory[((row * _stride) + _columns)..((row + 1) * _stride)], AssertNaN));
            return [.. Enumerable.Range(0, _rows).SelectMany(row => _memory[(row * _stride)..((row * _stride) + _columns)])];
        }
    }

    /// <summary>Rows that are yet to be written.</summary>
    public static Batch Unwritten(int rows, int columns) =>
        new(rows, columns, [.. Enumerable.Repeat(float.NaN, rows * columns)]);

    /// <summary>Some rows.</summary>
    public Matrix Row(int row, int rows = 1)
    {
        fixed (float* memory = _memory)
        {
            return new Matrix(memory + (row * _stride), rows, _columns, _stride);
        }
    }

    private static void AssertNaN(float value) => Assert.True(float.IsNaN(value));
}
