using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Initialization;

/// <summary>Multiplies the transpose of a block of reflections from the right to a matrix M, so that it reflects M's rows:
/// M − (M·V)·Tᵀ·Vᵀ, strip by strip of rows.</summary>
/// <param name="block">The reflections, of vectors as long as M has columns.</param>
/// <param name="matrix">M.</param>
internal readonly unsafe struct RowReflection(BlockReflector block, Matrix matrix) : IRangeOperation
{
    /// <summary>A few tiles, that stay in the second-level cache between the two products.</summary>
    private const int StripRows = 48;

    private const int Size = BlockReflector.Size;

    /// <summary>The number of strips.</summary>
    public int Strips => PanelGrid.Quotient(matrix.Rows, StripRows);

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        int whole = matrix.Columns / Size * Size;
        float* memory = stackalloc float[2 * StripRows * Size];
        for (int strip = start; strip < end; strip++)
        {
            int first = strip * StripRows;
            Matrix rows = matrix.Part(first, 0, Math.Min(StripRows, matrix.Rows - first), matrix.Columns);
            var product = new Matrix(memory, rows.Rows, Size, Size);
            var scaled = new Matrix(memory + (StripRows * Size), rows.Rows, Size, Size);
            product.Clear();
            MatrixProduct.AddInPlace(rows, block.Vectors, product);
            scaled.Clear();
            MatrixProduct.AddInPlace(product, block.FactorTransposed, scaled);
            MatrixProduct.AddInPlace(scaled, block.Transposed.Part(0, 0, Size, whole), rows.Part(0, 0, rows.Rows, whole));
            if (whole < rows.Columns)
            {
                Matrix edge = product; // no longer needed
                Matrix rest = rows.Part(0, whole, rows.Rows, rows.Columns - whole);
                rest.CopyTo(edge);
                MatrixProduct.AddInPlace(scaled, block.Transposed.Part(0, whole, Size, Size), edge);
                edge.Part(0, 0, rest.Rows, rest.Columns).CopyTo(rest);
            }
        }
    }
}
