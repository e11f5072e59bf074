namespace InitGen.Kernels.Matrices;

/// <summary>The parts of a matrix product.</summary>
/// <param name="left">[m x k].</param>
/// <param name="right">[k x n].</param>
/// <param name="product">[m x n], row-major; added to.</param>
/// <param name="grid">How the product is cut.</param>
/// <param name="scratch">Places for a packed panel and a panel of the product.</param>
internal readonly unsafe struct ProductParts(Matrix left, Matrix right, Matrix product, PanelGrid grid, ScratchPlaces scratch)
    : IRangeOperation
{
    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        float* packed = scratch.Take();
        for (int part = start; part < end; part++)
        {
            (int row, int rows, int column, int columns) = grid[part];
            Matrix factors = left.Part(row, 0, rows, left.Columns);
            Matrix panel = right.Part(0, column, right.Rows, columns);
            Matrix result = product.Part(row, column, rows, columns);
            if (columns == MatrixProduct.PanelWidth)
            {
                MatrixProduct.AddPanel(factors, panel, result.Data, result.RowStride, packed);
                continue;
            }

            // Vectors would reach beyond the product: work beside it.
            var edge = new Matrix(packed + MatrixProduct.PackedSize, rows, columns, MatrixProduct.PanelWidth);
            result.CopyTo(edge);
            MatrixProduct.AddPanel(factors, panel, edge.Data, edge.RowStride, packed);
            edge.CopyTo(result);
        }

        scratch.Return(packed);
    }
}
