using System;
using InitGen.Lanes;

namespace InitGen.Initialization;

/// <summary>Multiplies a block of reflections from the left to a matrix M, so that it reflects M's columns: M − V·T·(Vᵀ·M), strip by strip
/// of columns.</summary>
/// <param name="block">The reflections.</param>
/// <param name="matrix">M.</param>
/// <param name="stride">The distance of its rows.</param>
/// <param name="rows">The number of its rows, the length of the vectors.</param>
/// <param name="columns">The number of its columns.</param>
/// <param name="edge">Room for a strip, used for one that is not whole.</param>
internal readonly unsafe struct ColumnReflection<TLanes, TFloat, TWord>(
    BlockReflector block, float* matrix, nint stride, int rows, int columns, float* edge) : IRangeOperation
    where TLanes : ILanes<TFloat, TWord>
    where TFloat : unmanaged
    where TWord : unmanaged
{
    private const int Size = BlockReflector.Size;
    private const int StripColumns = MatrixProduct.Panel;

    /// <summary>The number of strips.</summary>
    /// <param name="columns">The number of columns.</param>
    public static int Strips(int columns) => ((columns - 1) / StripColumns) + 1;

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        float* product = stackalloc float[Size * StripColumns];
        float* scaled = stackalloc float[Size * StripColumns];
        for (int first = start * StripColumns; first < Math.Min(end * StripColumns, columns); first += StripColumns)
        {
            float* strip = matrix + first;
            int width = columns - first;
            if (width >= StripColumns)
            {
                Reflect(strip, stride, product, scaled);
            }
            else
            {
                MatrixProduct.Copy(strip, stride, edge, StripColumns, rows, width);
                Reflect(edge, StripColumns, product, scaled);
                MatrixProduct.Copy(edge, StripColumns, strip, stride, rows, width);
            }
        }
    }

    private void Reflect(float* strip, nint stripStride, float* product, float* scaled)
    {
        new Span<float>(product, Size * StripColumns).Clear();
        MatrixProduct.Add<TLanes, TFloat, TWord>(
            product, StripColumns, block.Transposed, block.TransposedStride, strip, stripStride, Size, StripColumns, rows);
        new Span<float>(scaled, Size * StripColumns).Clear();
        MatrixProduct.Add<TLanes, TFloat, TWord>(scaled, StripColumns, block.Factor, Size, product, StripColumns, Size, StripColumns, Size);
        MatrixProduct.Add<TLanes, TFloat, TWord>(strip, stripStride, block.Vectors, Size, scaled, StripColumns, rows, StripColumns, Size);
    }
}
