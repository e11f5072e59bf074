using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>What the way back needs of a layer's way forward, for a block of rows.</summary>
/// <param name="Signal">The inputs of the layer, [rows x inputs].</param>
/// <param name="Activations">Its outputs, [rows x units].</param>
/// <param name="Derivatives">φ'(z), [rows x units].</param>
internal readonly record struct LayerRecord(Matrix Signal, Matrix Activations, Matrix Derivatives);
