using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace InitGen.Kernels.Matrices;

/// <summary>The product of one row and a transposed matrix, which is read once, as fast as memory gives it. The sums are the same chains
/// as those of <see cref="MatrixProduct"/>.</summary>
internal static unsafe class RowProduct
{
    /// <summary>The factors of a cache line.</summary>
    private const int Strip = RowLayout.CacheLine;

    /// <summary>The columns whose chains are worked on in turns: enough to hide how long an addition takes.</summary>
    private const int Columns = 16;

    /// <summary>How far ahead of its use a cache line is called for; there are too many streams for the hardware to see.</summary>
    private const int PrefetchDistance = 16 * Strip;

    /// <summary>product += factors · right.</summary>
    /// <param name="factors">k factors.</param>
    /// <param name="right">[k x n], its columns contiguous.</param>
    /// <param name="product">n sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(float* factors, Matrix right, float* product)
    {
        // Strips start at cache lines: where the columns are whole pages apart, all their lines compete for the same few places of the
        // nearest cache, and a line that two strips share would be read twice.
        int lead = (int)(-((nint)right.Data / sizeof(float)) & (Strip - 1));
        int start = Math.Min(lead % Transpose.Columns, right.Rows);
        int depth = start + ((right.Rows - start) & -Transpose.Columns);
        int wholeColumns = right.Columns & -Transpose.Rows;
        AddEach(factors, right, 0, start, 0, wholeColumns, product);
        for (int first = 0; first < wholeColumns; first += Columns)
        {
            int end = Math.Min(first + Columns, wholeColumns);
            for (int inner = start, innerEnd; inner < depth; inner = innerEnd)
            {
                innerEnd = Math.Min(inner + Strip - ((inner - lead) & (Strip - 1)), depth);
                for (int column = first; column < end; column += Transpose.Rows)
                {
                    AddBlocks(factors, right, inner, innerEnd, column, product + column);
                }
            }
        }

        AddEach(factors, right, depth, right.Rows, 0, wholeColumns, product);
        AddEach(factors, right, 0, right.Rows, wholeColumns, right.Columns, product);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddBlocks(float* factors, Matrix right, int inner, int innerEnd, int column, float* product)
    {
        float* block = right.At(inner, column);
        Transpose.Prefetch(block + PrefetchDistance, right.ColumnStride);
        Vector256<float> sums = Vector256.Load(product);
        for (; inner < innerEnd; inner += Transpose.Columns, block += Transpose.Columns)
        {
            (Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth) =
                Transpose.Read(block, right.ColumnStride);
            sums = Vector256.FusedMultiplyAdd(Vector256.Create(factors[inner]), first, sums);
            sums = Vector256.FusedMultiplyAdd(Vector256.Create(factors[inner + 1]), second, sums);
            sums = Vector256.FusedMultiplyAdd(Vector256.Create(factors[inner + 2]), third, sums);
            sums = Vector256.FusedMultiplyAdd(Vector256.Create(factors[inner + 3]), fourth, sums);
        }

        sums.Store(product);
    }

    private static void AddEach(
        float* factors, Matrix right, int firstInner, int endInner, int firstColumn, int endColumn, float* product)
    {
        for (int column = firstColumn; column < endColumn; column++)
        {
            for (int inner = firstInner; inner < endInner; inner++)
            {
                product[column] = MathF.FusedMultiplyAdd(factors[inner], *right.At(inner, column), product[column]);
            }
        }
    }
}
