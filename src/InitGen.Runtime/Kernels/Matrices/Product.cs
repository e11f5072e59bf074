namespace InitGen.Kernels.Matrices;

/// <summary>A matrix product to be computed.</summary>
/// <param name="left">[m x k].</param>
/// <param name="right">[k x n].</param>
/// <param name="result">[m x n], row-major; other memory than the factors.</param>
/// <param name="isAdded">Whether the product is added to what stands there; else it takes its place.</param>
internal readonly struct Product(Matrix left, Matrix right, Matrix result, bool isAdded)
{
    /// <summary>[m x k].</summary>
    public Matrix Left { get; } = left;

    /// <summary>[k x n].</summary>
    public Matrix Right { get; } = right;

    /// <summary>[m x n].</summary>
    public Matrix Result { get; } = result;

    /// <summary>Whether the product is added to what stands there; else it takes its place.</summary>
    public bool IsAdded { get; } = isAdded;

    /// <summary>How the result is cut into parts.</summary>
    public PanelGrid Grid => new(Result.Rows, Result.Columns, MatrixProduct.PanelWidth);

    /// <summary>The number of multiplications.</summary>
    public long Work => (long)Result.Rows * Result.Columns * Right.Rows;
}
