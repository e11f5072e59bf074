using System.Numerics;
using System.Runtime.InteropServices;

namespace InitGen.Truth;

/// <summary>Plain gradient descent.</summary>
/// <param name="rate">The learning rate.</param>
internal sealed class GradientDescent(float rate) : Optimizer
{
    /// <inheritdoc/>
    public override void Step(Span<float> parameters, ReadOnlySpan<float> gradients, int batch)
    {
        float step = rate / batch;
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(parameters);
        ReadOnlySpan<Vector<float>> gradientVectors = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] -= step * gradientVectors[i];
        }

        for (int i = vectors.Length * Vector<float>.Count; i < parameters.Length; i++)
        {
            parameters[i] -= step * gradients[i];
        }
    }
}
