using System;
using System.Globalization;

namespace InitGen.Runtime.Tests.Kernels;

/// <summary>Layers for test networks.</summary>
internal static class TestLayers
{
    /// <summary>The slope of leaky ReLUs.</summary>
    public const float Slope = 0.2f;

    public static string Name(int layer) => "Layer" + layer.ToString(CultureInfo.InvariantCulture);

    public static LayerInfo[] Table(int[] sizes, Func<int, bool> useBias, Type hidden, Type output, Func<int, string>? name = null)
    {
        var layers = new LayerInfo[sizes.Length - 1];
        int offset = 0;
        for (int layer = 0; layer < layers.Length; layer++)
        {
            int weights = sizes[layer] * sizes[layer + 1];
            layers[layer] = new LayerInfo
            {
                Name = (name ?? Name)(layer),
                Kind = "Dense",
                Input = new(sizes[layer]),
                Output = new(sizes[layer + 1]),
                Activation = Enum.Parse<Activation>((layer == layers.Length - 1 ? output : hidden).Name),
                Parameters =
                [
                    new("Weights", ParameterRole.Weight, [sizes[layer + 1], sizes[layer]])
                    {
                        Offset = offset,
                        Init = Init.XavierUniform,
                        StdDev = Math.Sqrt(2.0 / (sizes[layer] + sizes[layer + 1])),
                    },
                    .. useBias(layer)
                        ? new ParameterInfo[] { new("Biases", ParameterRole.Bias, [sizes[layer + 1]]) { Offset = offset + weights } }
                        : [],
                ],
                Predicted = new LayerPrediction
                {
                    PreActivationMean = 0,
                    PreActivationStdDev = 1,
                    ActivationMean = 0.25,
                    ActivationStdDev = 0.5,
                    ActivationSpread = 0,
                    SignalStdDev = 0.5,
                    SaturatedFraction = 0,
                    GradientStdDev = 1,
                    GradientSpread = 0,
                },
            };
            offset += weights + (useBias(layer) ? sizes[layer + 1] : 0);
        }

        return layers;
    }

    public static int ParameterCount(LayerInfo[] layers)
    {
        ParameterInfo last = layers[^1].Parameters[^1];
        return last.Offset + (int)last.Count;
    }

    /// <summary>Weights that keep the signal at its size, and biases.</summary>
    public static void Initialize(LayerInfo[] layers, Span<float> parameters, int seed)
    {
        var random = new Random(seed);
        foreach (LayerInfo layer in layers)
        {
            foreach (ref float weight in layer.Weights(parameters))
            {
                weight = Normal(random) * (float)Math.Sqrt(1.5 / layer.Inputs);
            }

            foreach (ref float bias in layer.Biases(parameters))
            {
                bias = Normal(random) * 0.1f;
            }
        }
    }

    public static float[] NormalValues(int count, int seed)
    {
        var random = new Random(seed);
        var values = new float[count];
        foreach (ref float value in values.AsSpan())
        {
            value = Normal(random);
        }

        return values;
    }

    private static float Normal(Random random) => (float)MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
}
