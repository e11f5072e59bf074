using System;

namespace InitGen;

/// <summary>STUB (signatures for generated code).</summary>
public static class Initializers
{
    /// <summary>Stub.</summary>
    public static void Constant(Span<float> weights, double value) => throw new NotSupportedException();

    /// <summary>Stub.</summary>
    public static void Normal(Span<float> weights, double mean, double stdDev, ulong seed, ulong stream) => throw new NotSupportedException();

    /// <summary>Stub.</summary>
    public static void TruncatedNormal(Span<float> weights, double mean, double stdDev, ulong seed, ulong stream) => throw new NotSupportedException();

    /// <summary>Stub.</summary>
    public static void Uniform(Span<float> weights, double limit, ulong seed, ulong stream) => throw new NotSupportedException();

    /// <summary>Stub.</summary>
    public static void Orthogonal(Span<float> weights, int rows, int columns, double gain, ulong seed, ulong stream) => throw new NotSupportedException();

    /// <summary>Stub.</summary>
    public static void Identity(Span<float> weights, int rows, int columns, double gain) => throw new NotSupportedException();

    /// <summary>Stub.</summary>
    public static void Sparse(Span<float> weights, int rows, int columns, int nonZeros, double stdDev, ulong seed, ulong stream) => throw new NotSupportedException();

    /// <summary>Stub.</summary>
    public static void Custom<TInitializer>(Span<float> weights, int rows, int columns, ulong seed, ulong stream)
        where TInitializer : IWeightInitializer => throw new NotSupportedException();
}
