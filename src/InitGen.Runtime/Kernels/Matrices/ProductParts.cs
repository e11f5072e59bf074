using System;

namespace InitGen.Kernels.Matrices;

/// <summary>The parts of some matrix products: those of the first, then those of the next.</summary>
/// <param name="products">The products.</param>
/// <param name="scratch">Places of <see cref="ScratchSize"/>.</param>
internal readonly unsafe ref struct ProductParts(ReadOnlySpan<Product> products, ScratchPlaces scratch) : IRangeOperation
{
    private readonly ReadOnlySpan<Product> _products = products;

    /// <summary>The floats of a place: a packed panel, a row of zeros and a panel of a product.</summary>
    /// <param name="grid">How the product is cut.</param>
    public static long ScratchSize(PanelGrid grid) => MatrixProduct.PackedSize + ((grid.RowsOfPart + 1L) * grid.Width);

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        float* packed = scratch.Take();
        foreach (ref readonly Product product in _products)
        {
            int count = product.Grid.Count;
            for (int part = Math.Max(start, 0); part < Math.Min(end, count); part++)
            {
                Compute(in product, part, packed);
            }

            start -= count;
            end -= count;
        }

        scratch.Return(packed);
    }

    private static void Compute(in Product product, int part, float* packed)
    {
        PanelGrid grid = product.Grid;
        (int row, int rows, int column, int columns) = grid[part];
        Matrix left = product.Left.Part(row, 0, rows, product.Left.Columns);
        Matrix right = product.Right.Part(0, column, product.Right.Rows, columns);
        Matrix result = product.Result.Part(row, column, rows, columns);
        var zeros = new Matrix(packed + MatrixProduct.PackedSize, rows, columns, rowStride: 0);
        new Span<float>(zeros.Data, grid.Width).Clear();
        if (columns == grid.Width)
        {
            MatrixProduct.ComputePanel(left, right, product.IsAdded ? result : zeros, result, packed);
            return;
        }

        // Vectors would reach beyond the product: work beside it.
        var edge = new Matrix(zeros.Data + grid.Width, rows, columns, grid.Width);
        if (product.IsAdded)
        {
            result.CopyTo(edge);
        }

        MatrixProduct.ComputePanel(left, right, product.IsAdded ? edge : zeros, edge, packed);
        edge.CopyTo(result);
    }
}
