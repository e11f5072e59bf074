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

    /// <summary>The columns of a panel: whole turns of those that are worked on in turns, so that memory is kept busy to a panel's
    /// end.</summary>
    public const int PanelWidth = 96;

    /// <summary>The factors of a page of memory.</summary>
    private const int PageLength = 4096 / sizeof(float);

    /// <summary>How far ahead of its use a cache line is called for; there are too many streams for the hardware to see.</summary>
    private const int PrefetchDistance = 12 * Strip;

    /// <summary>product += factors · right.</summary>
    /// <param name="factors">k factors.</param>
    /// <param name="right">[k x n], its columns contiguous.</param>
    /// <param name="product">n sums.</param>
    public static void Add(float* factors, Matrix right, float* product)
    {
        int whole = right.Columns & -Transpose.Rows;
        AddWhole(factors, right.Part(0, 0, right.Rows, whole), product);
        if (whole == right.Columns)
        {
            return;
        }

        if (whole == 0)
        {
            AddEach(factors, right, 0, right.Rows, product);
            return;
        }

        // The last columns, and those before them that fill a block, which has been added up already.
        float* sums = stackalloc float[Transpose.Rows];
        int first = right.Columns - Transpose.Rows;
        Matrix.CopyRow(product + first, sums, Transpose.Rows);
        AddWhole(factors, right.Part(0, first, right.Rows, Transpose.Rows), sums);
        Matrix.CopyRow(sums + whole - first, product + whole, right.Columns - whole);
    }

    /// <summary>The same for whole blocks of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddWhole(float* factors, Matrix right, float* product)
    {
        // Strips start at cache lines: where the columns are whole pages apart, all their lines compete for the same few places of the
        // nearest cache, and a line that two strips share would be read twice.
        int lead = (int)(-((nint)right.Data / sizeof(float)) & (Strip - 1));
        int start = Math.Min(lead % Transpose.Columns, right.Rows);
        int depth = start + ((right.Rows - start) & -Transpose.Columns);
        AddEach(factors, right, 0, start, product);
        int turn = Turn(right.ColumnStride);
        for (int first = 0; first < right.Columns; first += turn)
        {
            int end = Math.Min(first + turn, right.Columns);
            for (int inner = start, length; inner < depth; inner += length)
            {
                length = Math.Min(Strip - ((inner - lead) & (Strip - 1)), depth - inner);
                // Behind the end of these columns come the next ones, if only in the next call.
                int ahead = inner + PrefetchDistance;
                float* prefetched = ahead < depth ? right.At(ahead, first) : right.At(ahead - depth, end);
                for (int column = first; column < end; column += Transpose.Rows)
                {
                    Transpose.Prefetch(prefetched, right.ColumnStride);
                    prefetched += Transpose.Rows * right.ColumnStride;
                    float* block = right.At(inner, column);
                    // The loop over a whole strip is unrolled.
                    if (length == Strip)
                    {
                        AddBlocks(factors + inner, block, right.ColumnStride, Strip, product + column);
                    }
                    else
                    {
                        AddBlocks(factors + inner, block, right.ColumnStride, length, product + column);
                    }
                }
            }
        }

        AddEach(factors, right, depth, right.Rows, product);
    }

    /// <summary>The columns whose chains are worked on in turns: 16 would hide how long an addition takes, but more of them keep memory
    /// busier, most of all where they are whole pages apart.</summary>
    private static int Turn(nint stride) => stride % PageLength == 0 ? 48 : 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddBlocks(float* factors, float* block, nint stride, int length, float* product)
    {
        Vector256<float> sums = Vector256.Load(product);
        for (int inner = 0; inner < length; inner += Transpose.Columns)
        {
            (Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth) =
                Transpose.Read(block + inner, stride);
            sums = Vector256.FusedMultiplyAdd(Vector256.Create(factors[inner]), first, sums);
            sums = Vector256.FusedMultiplyAdd(Vector256.Create(factors[inner + 1]), second, sums);
            sums = Vector256.FusedMultiplyAdd(Vector256.Create(factors[inner + 2]), third, sums);
            sums = Vector256.FusedMultiplyAdd(Vector256.Create(factors[inner + 3]), fourth, sums);
        }

        sums.Store(product);
    }

    private static void AddEach(float* factors, Matrix right, int firstInner, int endInner, float* product)
    {
        for (int column = 0; column < right.Columns; column++)
        {
            for (int inner = firstInner; inner < endInner; inner++)
            {
                product[column] = MathF.FusedMultiplyAdd(factors[inner], *right.At(inner, column), product[column]);
            }
        }
    }
}
