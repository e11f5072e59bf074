using MathNet.Numerics.LinearAlgebra;

namespace InitGen;

/// <summary>Layers as MathNet.Numerics has them.</summary>
public static class DenseLayerExtensions
{
    /// <summary>The weights of a layer as a matrix of Units rows and Inputs columns; a copy.</summary>
    /// <param name="layer">The layer.</param>
    public static Matrix<float> ToMatrix(this DenseLayer layer) =>
        Matrix<float>.Build.DenseOfRowMajor(layer.Units, layer.Inputs, layer.Weights.ToArray());
}
