using System;

namespace InitGen.Kernels.Matrices;

/// <summary>The parts of a matrix product.</summary>
/// <param name="left">[m x k].</param>
/// <param name="right">[k x n].</param>
/// <param name="product">[m x n], row-major.</param>
/// <param name="isAdded">Whether the product is added to what stands there; else it takes its place.</param>
/// <param name="grid">How the product is cut.</param>
/// <param name="scratch">Places of <see cref="ScratchSize"/>.</param>
internal readonly unsafe struct ProductParts(
    Matrix left, Matrix right, Matrix product, bool isAdded, PanelGrid grid, ScratchPlaces scratch) : IRangeOperation
{
    /// <summary>The floats of a place: a packed panel, a row of zeros and a panel of the product.</summary>
    /// <param name="grid">How the product is cut.</param>
    public static long ScratchSize(PanelGrid grid) => MatrixProduct.PackedSize + ((grid.RowsOfPart + 1L) * grid.Width);

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        int width = grid.Width;
        float* packed = scratch.Take();
        var zeros = new Matrix(packed + MatrixProduct.PackedSize, grid.RowsOfPart, width, rowStride: 0);
        new Span<float>(zeros.Data, width).Clear();
        for (int part = start; part < end; part++)
        {
            (int row, int rows, int column, int columns) = grid[part];
            Matrix factors = left.Part(row, 0, rows, left.Columns);
            Matrix panel = right.Part(0, column, right.Rows, columns);
            Matrix result = product.Part(row, column, rows, columns);
            if (columns == width)
            {
                MatrixProduct.ComputePanel(factors, panel, isAdded ? result : zeros, result, packed);
                continue;
            }

            // Vectors would reach beyond the product: work beside it.
            var edge = new Matrix(zeros.Data + width, rows, columns, width);
            if (isAdded) result.CopyTo(edge);
            MatrixProduct.ComputePanel(factors, panel, isAdded ? edge : zeros, edge, packed);
            edge.CopyTo(result);
        }

        scratch.Return(packed);
    }
}
