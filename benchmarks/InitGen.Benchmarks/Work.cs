using System;
using System.Collections.Generic;

namespace InitGen.Benchmarks;

/// <summary>The work that InitGen is compared in, by name; the scripts in benchmarks/peers do the same with other libraries.</summary>
public static class Work
{
    /// <summary>The number of weights of the large parameter, 4096 x 4096.</summary>
    public const int LargeCount = 4096 * 4096;

    private const int Rows = 1_000;
    private const int Side = 500;
    private const ulong Seed = 1;
    private const ulong Stream = 2;

    /// <summary>What does each work once.</summary>
    public static IReadOnlyDictionary<string, Action> All()
    {
        float[] large = new float[LargeCount];
        float[] square = new float[Side * Side];
        float[] inputs = StandardNormal(Rows * Side, 3);
        float[] outputGradients = StandardNormal(Rows * Side, 4);
        TanhNetwork tanh = new(Seed);
        ReluNetwork relu = new(Seed);
        LayerStatistics[] statistics = new LayerStatistics[TanhNetwork.Layers.Length];
        GradientStatistics[] gradientStatistics = new GradientStatistics[TanhNetwork.Layers.Length];
        return new Dictionary<string, Action>
        {
            ["normal"] = () => Initializers.Normal(large, 0, 0.02, Seed, Stream),
            ["uniform"] = () => Initializers.Uniform(large, 0.02, Seed, Stream),
            ["truncated-normal"] = () => Initializers.TruncatedNormal(large, 0, 0.02, Seed, Stream),
            ["orthogonal"] = () => Initializers.Orthogonal(square, Side, Side, 1, Seed, Stream),
            ["sparse"] = () => Initializers.Sparse(square, Side, Side, 15, 1, Seed, Stream),
            ["forward-tanh"] = () => tanh.MeasureForward(inputs, statistics),
            ["forward-relu"] = () => relu.MeasureForward(inputs, statistics),
            ["backward-tanh"] = () => tanh.MeasureBackward(inputs, outputGradients, gradientStatistics),
        };
    }

    private static float[] StandardNormal(int count, ulong stream)
    {
        float[] values = new float[count];
        Initializers.Normal(values, 0, 1, Seed, stream);
        return values;
    }
}
