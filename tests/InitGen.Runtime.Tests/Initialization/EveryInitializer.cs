using System;
using System.Collections.Generic;

namespace InitGen.Runtime.Tests.Initialization;

/// <summary>Each initializer that draws, on weights of some shape.</summary>
internal static class EveryInitializer
{
    public delegate void Initializer(Span<float> weights, int rows, int columns, ulong seed, ulong stream);

    public static IReadOnlyDictionary<string, Initializer> ByName { get; } = new Dictionary<string, Initializer>
    {
        ["Normal"] = (weights, _, _, seed, stream) => Initializers.Normal(weights, 0.25, 0.5, seed, stream),
        ["TruncatedNormal"] = (weights, _, _, seed, stream) => Initializers.TruncatedNormal(weights, 0.25, 0.5, seed, stream),
        ["Uniform"] = (weights, _, _, seed, stream) => Initializers.Uniform(weights, 0.5, seed, stream),
        ["HeNormal"] = (weights, rows, columns, seed, stream) => Initializers.HeNormal(weights, columns, rows, 1.5, seed, stream),
        ["XavierUniform"] = (weights, rows, columns, seed, stream) => Initializers.XavierUniform(weights, columns, rows, 1.5, seed, stream),
        ["Orthogonal"] = (weights, rows, columns, seed, stream) => Initializers.Orthogonal(weights, rows, columns, 1.5, seed, stream),
        ["DeltaOrthogonal"] = (weights, rows, columns, seed, stream) =>
            Initializers.DeltaOrthogonal(weights, rows, 1, columns, columns / 2, 1, 1.5, seed, stream),
        ["Sparse"] = (weights, rows, columns, seed, stream) => Initializers.Sparse(weights, rows, columns, 15, 0.5, seed, stream),
        ["Custom"] = Initializers.Custom<GaussianInitializer>,
    };
}
