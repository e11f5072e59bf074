using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace InitGen.Kernels.Matrices;

/// <summary>A part of a matrix copied so that a tile of a product reads it from front to back.</summary>
internal static unsafe class Panel
{
    /// <summary>How many rows of the panel are written at a time: of a transposed matrix they are one cache line.</summary>
    private const int Strip = RowLayout.CacheLine;

    /// <summary>How many rows ahead of their use the rows of a part are called for; they are too far apart for the hardware to see them
    /// coming.</summary>
    private const int PrefetchedRows = 16;

    /// <summary>The same in strips, where the columns are contiguous.</summary>
    private const int PrefetchedStrips = 2;

    /// <summary>Copies a part of a matrix row by row; columns that are missing at the end of a row become 0.</summary>
    /// <param name="part">The part, its rows or its columns contiguous.</param>
    /// <param name="panel">Where it is copied to.</param>
    /// <param name="width">The length of a row of the panel.</param>
    public static void Pack(Matrix part, float* panel, int width)
    {
        if (part.RowStride == 1 && part.ColumnStride != 1)
        {
            PackColumns(part, panel, width);
        }
        else
        {
            PackRows(part, panel, width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackRows(Matrix part, float* panel, int width)
    {
        for (int row = 0; row < part.Rows; row++, panel += width)
        {
            float* source = part.Row(row);
            if (Sse.IsSupported)
            {
                float* ahead = source + (PrefetchedRows * part.RowStride);
                for (int column = 0; column < part.Columns; column += RowLayout.CacheLine)
                {
                    Sse.Prefetch0(ahead + column);
                }
            }

            Matrix.CopyRow(source, panel, part.Columns);
            for (int column = part.Columns; column < width; column++)
            {
                panel[column] = 0;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackColumns(Matrix part, float* panel, int width)
    {
        if (part.Columns < width)
        {
            new Span<float>(panel, part.Rows * width).Clear();
        }

        int wholeColumns = part.Columns & -Transpose.Rows;
        for (int strip = 0; strip < part.Rows; strip += Strip)
        {
            int end = Math.Min(strip + Strip, part.Rows);
            int wholeEnd = strip + ((end - strip) & -Transpose.Columns);
            for (int column = 0; column < wholeColumns; column += Transpose.Rows)
            {
                Transpose.Prefetch(part.At(strip + (PrefetchedStrips * Strip), column), part.ColumnStride);
                for (int row = strip; row < wholeEnd; row += Transpose.Columns)
                {
                    Transpose.Copy(part.At(row, column), part.ColumnStride, panel + (row * width) + column, width);
                }

                CopyEach(part, wholeEnd, end, column, column + Transpose.Rows, panel, width);
            }

            CopyEach(part, strip, end, wholeColumns, part.Columns, panel, width);
        }
    }

    private static void CopyEach(Matrix part, int row, int endRow, int column, int endColumn, float* panel, int width)
    {
        for (; row < endRow; row++)
        {
            for (int i = column; i < endColumn; i++)
            {
                panel[(row * width) + i] = *part.At(row, i);
            }
        }
    }
}
