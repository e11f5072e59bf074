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
    private const int PrefetchDistance = 8 * Strip;

    /// <summary>product += factors · right.</summary>
    /// <param name="factors">k factors.</param>
    /// <param name="right">[k x n], its columns contiguous.</param>
    /// <param name="product">n sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(float* factors, Matrix right, float* product)
    {
        int depth = right.Rows & -Transpose.Columns;
        int wholeColumns = right.Columns & -Transpose.Rows;
        for (int first = 0; first < wholeColumns; first += Columns)
        {
            int end = Math.Min(first + Columns, wholeColumns);
            for (int inner = 0; inner < depth; inner += Strip)
            {
                int innerEnd = Math.Min(inner + Strip, depth);
                for (int column = first; column < end; column += Transpose.Rows)
                {
                    AddBlocks(factors, right, inner, innerEnd, column, product + column);
                }
            }
        }

        AddEach(factors, right, depth, 0, wholeColumns, product);
        AddEach(factors, right, 0, wholeColumns, right.Columns, product);
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

    private static void AddEach(float* factors, Matrix right, int firstInner, int firstColumn, int endColumn, float* product)
    {
        for (int column = firstColumn; column < endColumn; column++)
        {
            for (int inner = firstInner; inner < right.Rows; inner++)
            {
                product[column] = MathF.FusedMultiplyAdd(factors[inner], *right.At(inner, column), product[column]);
            }
        }
    }
}
