using System.Numerics;
using System.Runtime.InteropServices;

namespace InitGen.Truth;

/// <summary>Changes parameters by their gradients.</summary>
internal abstract class Optimizer
{
    /// <summary>Takes a step.</summary>
    /// <param name="parameters">The parameters; changed.</param>
    /// <param name="gradients">Their gradients, summed over a batch.</param>
    /// <param name="batch">The size of the batch.</param>
    public abstract void Step(Span<float> parameters, ReadOnlySpan<float> gradients, int batch);
}

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

/// <summary>Adam (Kingma and Ba 2015), with the constants that its authors give.</summary>
/// <param name="rate">The learning rate.</param>
/// <param name="parameterCount">The number of parameters.</param>
internal sealed class Adam(float rate, int parameterCount) : Optimizer
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.999f;
    private const float Epsilon = 1e-8f;

    private readonly float[] _first = new float[PaddedCount(parameterCount)];
    private readonly float[] _second = new float[PaddedCount(parameterCount)];
    private int _steps;

    /// <inheritdoc/>
    public override void Step(Span<float> parameters, ReadOnlySpan<float> gradients, int batch)
    {
        _steps++;
        float step = (float)(rate / (1 - Math.Pow(FirstDecay, _steps)));
        float correction = (float)(1 / Math.Sqrt(1 - Math.Pow(SecondDecay, _steps)));
        int whole = parameters.Length / Vector<float>.Count * Vector<float>.Count;
        Advance(parameters[..whole], gradients[..whole], 0, step, correction, 1f / batch);
        if (whole < parameters.Length)
        {
            Span<float> rest = stackalloc float[Vector<float>.Count];
            Span<float> restGradients = stackalloc float[Vector<float>.Count];
            restGradients.Clear();
            parameters[whole..].CopyTo(rest);
            gradients[whole..].CopyTo(restGradients);
            Advance(rest, restGradients, whole / Vector<float>.Count, step, correction, 1f / batch);
            rest[..(parameters.Length - whole)].CopyTo(parameters[whole..]);
        }
    }

    private void Advance(
        Span<float> parameters, ReadOnlySpan<float> gradients, int start, float step, float correction, float share)
    {
        Span<Vector<float>> values = MemoryMarshal.Cast<float, Vector<float>>(parameters);
        ReadOnlySpan<Vector<float>> slopes = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        Span<Vector<float>> firsts = MemoryMarshal.Cast<float, Vector<float>>(_first.AsSpan())[start..];
        Span<Vector<float>> seconds = MemoryMarshal.Cast<float, Vector<float>>(_second.AsSpan())[start..];
        Vector<float> epsilon = new(Epsilon);
        for (int i = 0; i < values.Length; i++)
        {
            Vector<float> gradient = share * slopes[i];
            Vector<float> first = (FirstDecay * firsts[i]) + ((1 - FirstDecay) * gradient);
            Vector<float> second = (SecondDecay * seconds[i]) + ((1 - SecondDecay) * gradient * gradient);
            firsts[i] = first;
            seconds[i] = second;
            values[i] -= step * first / ((correction * Vector.SquareRoot(second)) + epsilon);
        }
    }

    private static int PaddedCount(int count) => (count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
}
