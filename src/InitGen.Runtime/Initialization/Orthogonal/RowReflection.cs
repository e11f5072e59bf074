using System;
using InitGen.Lanes;

namespace InitGen.Initialization;

/// <summary>Multiplies the transpose of a block of reflections from the right to a matrix M, so that it reflects M's rows:
/// M − (M·V)·Tᵀ·Vᵀ, strip by strip of rows.</summary>
/// <param name="block">The reflections.</param>
/// <param name="matrix">M.</param>
/// <param name="stride">The distance of its rows.</param>
/// <param name="rows">The number of its rows.</param>
/// <param name="columns">The number of its columns, the length of the vectors.</param>
internal readonly unsafe struct RowReflection<TLanes, TFloat, TWord>(
    BlockReflector block, float* matrix, nint stride, int rows, int columns) : IRangeOperation
    where TLanes : ILanes<TFloat, TWord>
    where TFloat : unmanaged
    where TWord : unmanaged
{
    /// <summary>A few tiles, that stay in the second-level cache between the two products.</summary>
    private const int StripRows = 48;

    private const int Size = BlockReflector.Size;

    /// <summary>The number of strips.</summary>
    /// <param name="rows">The number of rows.</param>
    public static int Strips(int rows) => ((rows - 1) / StripRows) + 1;

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        float* product = stackalloc float[StripRows * Size];
        float* scaled = stackalloc float[StripRows * Size];
        for (int first = start * StripRows; first < Math.Min(end * StripRows, rows); first += StripRows)
        {
            int height = Math.Min(StripRows, rows - first);
            float* strip = matrix + (first * stride);
            new Span<float>(product, height * Size).Clear();
            MatrixProduct.Add<TLanes, TFloat, TWord>(product, Size, strip, stride, block.Vectors, Size, height, Size, columns);
            new Span<float>(scaled, height * Size).Clear();
            MatrixProduct.Add<TLanes, TFloat, TWord>(scaled, Size, product, Size, block.FactorTransposed, Size, height, Size, Size);

            int whole = columns / MatrixProduct.Panel * MatrixProduct.Panel;
            MatrixProduct.Add<TLanes, TFloat, TWord>(
                strip, stride, scaled, Size, block.Transposed, block.TransposedStride, height, whole, Size);
            if (whole < columns)
            {
                float* edge = product; // no longer needed
                MatrixProduct.Copy(strip + whole, stride, edge, MatrixProduct.Panel, height, columns - whole);
                MatrixProduct.Add<TLanes, TFloat, TWord>(
                    edge, Size, scaled, Size, block.Transposed + whole, block.TransposedStride, height, MatrixProduct.Panel, Size);
                MatrixProduct.Copy(edge, MatrixProduct.Panel, strip + whole, stride, height, columns - whole);
            }
        }
    }
}
