using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace InitGen.Kernels.Matrices;

/// <summary>A matrix of floats that stands somewhere: a view with strides.</summary>
/// <param name="data">Its first element.</param>
/// <param name="rows">The number of rows.</param>
/// <param name="columns">The number of columns.</param>
/// <param name="rowStride">The distance from an element to the one below.</param>
/// <param name="columnStride">The distance from an element to the one on its right.</param>
internal readonly unsafe struct Matrix(float* data, int rows, int columns, nint rowStride, nint columnStride = 1)
{
    /// <summary>The first element.</summary>
    public float* Data { get; } = data;

    /// <summary>The number of rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>The number of columns.</summary>
    public int Columns { get; } = columns;

    /// <summary>The distance from an element to the one below.</summary>
    public nint RowStride { get; } = rowStride;

    /// <summary>The distance from an element to the one on its right.</summary>
    public nint ColumnStride { get; } = columnStride;

    /// <summary>The same elements with rows and columns exchanged.</summary>
    public Matrix Transposed => new(Data, Columns, Rows, ColumnStride, RowStride);

    /// <summary>Some rows and columns of the matrix.</summary>
    /// <param name="row">The first row.</param>
    /// <param name="column">The first column.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public Matrix Part(int row, int column, int rows, int columns) => new(At(row, column), rows, columns, RowStride, ColumnStride);

    /// <summary>The first element of a row.</summary>
    /// <param name="row">The row.</param>
    public float* Row(int row) => Data + (row * RowStride);

    /// <summary>The address of an element.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="column">Its column.</param>
    public float* At(int row, int column) => Data + (row * RowStride) + (column * ColumnStride);

    /// <summary>Makes every element 0; the rows are contiguous.</summary>
    public void Clear()
    {
        for (int row = 0; row < Rows; row++)
        {
            new Span<float>(Row(row), Columns).Clear();
        }
    }

    /// <summary>Copies the elements, row by row.</summary>
    /// <param name="destination">A matrix with at least as many rows and columns; both have contiguous rows.</param>
    public void CopyTo(Matrix destination)
    {
        for (int row = 0; row < Rows; row++)
        {
            CopyRow(Row(row), destination.Row(row), Columns);
        }
    }

    /// <summary>Copies the elements times a factor, or adds them to what stands there, row by row; nowhere where there is no
    /// destination.</summary>
    /// <param name="destination">A matrix of the same shape, or one without data; both have contiguous rows.</param>
    /// <param name="isAdded">Whether they are added.</param>
    /// <param name="factor">The factor.</param>
    public void CopyTo(Matrix destination, bool isAdded, float factor = 1)
    {
        for (int row = 0; destination.Data != null && row < Rows; row++)
        {
            if (isAdded || factor != 1)
            {
                AddTimes(factor, new ReadOnlySpan<float>(Row(row), Columns), new Span<float>(destination.Row(row), Columns), isAdded);
            }
            else
            {
                CopyRow(Row(row), destination.Row(row), Columns);
            }
        }
    }

    /// <summary>Copies a few contiguous elements, from front to back: a row of a panel is too short for what a call costs.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="destination">Where it is copied to; not behind the source in the same memory.</param>
    /// <param name="length">The number of elements.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyRow(float* source, float* destination, int length)
    {
        int i = 0;
        for (; i <= length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Load(source + i).Store(destination + i);
        }

        for (; i < length; i++)
        {
            destination[i] = source[i];
        }
    }

    // A product is rounded before it is added, on every processor.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTimes(float factor, ReadOnlySpan<float> values, Span<float> sums, bool isAdded)
    {
        var factors = new Vector<float>(factor);
        int i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> product = factors * new Vector<float>(values[i..]);
            (isAdded ? new Vector<float>(sums[i..]) + product : product).CopyTo(sums[i..]);
        }

        for (; i < values.Length; i++)
        {
            float product = factor * values[i];
            sums[i] = isAdded ? sums[i] + product : product;
        }
    }
}
