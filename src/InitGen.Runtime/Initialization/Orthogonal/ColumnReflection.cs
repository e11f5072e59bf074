using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Initialization;

/// <summary>Multiplies a block of reflections from the left to a matrix M, so that it reflects M's columns: M − V·T·(Vᵀ·M), strip by strip
/// of columns.</summary>
/// <param name="block">The reflections, of vectors as long as M has rows.</param>
/// <param name="matrix">M.</param>
/// <param name="edge">Room for a strip, used for one that is not whole.</param>
internal readonly unsafe struct ColumnReflection(BlockReflector block, Matrix matrix, float* edge) : IRangeOperation
{
    private const int Size = BlockReflector.Size;
    private const int StripColumns = MatrixProduct.WidestPanel;

    /// <summary>The number of strips.</summary>
    public int Strips => PanelGrid.Quotient(matrix.Columns, StripColumns);

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        float* memory = stackalloc float[2 * Size * StripColumns];
        var product = new Matrix(memory, Size, StripColumns, StripColumns);
        var scaled = new Matrix(memory + (Size * StripColumns), Size, StripColumns, StripColumns);
        for (int strip = start; strip < end; strip++)
        {
            int first = strip * StripColumns;
            Matrix columns = matrix.Part(0, first, matrix.Rows, Math.Min(StripColumns, matrix.Columns - first));
            if (columns.Columns == StripColumns)
            {
                Reflect(columns, product, scaled);
            }
            else
            {
                var whole = new Matrix(edge, matrix.Rows, StripColumns, StripColumns);
                columns.CopyTo(whole);
                Reflect(whole, product, scaled);
                whole.Part(0, 0, columns.Rows, columns.Columns).CopyTo(columns);
            }
        }
    }

    private void Reflect(Matrix columns, Matrix product, Matrix scaled)
    {
        product.Clear();
        MatrixProduct.AddInPlace(block.Transposed, columns, product);
        scaled.Clear();
        MatrixProduct.AddInPlace(block.Factor, product, scaled);
        MatrixProduct.AddInPlace(block.Vectors, scaled, columns);
    }
}
