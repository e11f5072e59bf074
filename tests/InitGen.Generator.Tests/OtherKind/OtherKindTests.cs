using System;
using System.Linq;

namespace InitGen.Generator.Tests.OtherKind;

/// <summary>A kind of layer is added without a change of the library: what is generic asks no kind by name.</summary>
public class OtherKindTests
{
    private const string Source = """
        using InitGen.Generator.Tests.OtherKind;

        [Network(200)]
        partial class Net
        {
            [Dense(200, Activation.Tanh)] public partial DenseLayer First { get; }
            [Scale(2, Repeat = 2)] public partial LayerStack Scales { get; }
            [Dense(200, Activation.Linear, Init.LeCunNormal)] public partial DenseLayer Down { get; }
            [Add(nameof(First))] public partial Layer Sum { get; }
            [Dense(3)] public partial DenseLayer Output { get; }
        }

        static partial class Probe
        {
            public static float[] Scales(ulong seed) => new Net(seed).Scales[1].Of(Net.Layers[2].Parameters[0]).ToArray();
        }
        """ + CompiledNetworks.Probe;

    private static readonly Lazy<CompiledNetworks> Networks = new(() => CompiledNetworks.With<ScaleGenerator>(Source));

    [Fact]
    public void Its_layers_are_described_and_have_parameters_of_their_own()
    {
        LayerInfo[] layers = Networks.Value.Call<LayerInfo[]>("Layers");
        Assert.Equal(
            [("First", "Dense", 40_200L), ("Scales.0", "Scale", 200), ("Scales.1", "Scale", 200), ("Down", "Dense", 40_200), ("Sum", "Add", 0), ("Output", "Dense", 603)],
            layers.Select(layer => (layer.Name, layer.Kind, layer.ParameterCount)));
        Assert.Equal([3, 0], layers[4].From);
        float[] scales = Networks.Value.Call<float[]>("Scales", 7UL);
        Assert.Equal(1, scales.Average(), 0.15);
        Assert.NotEqual(Networks.Value.Call<float[]>("Parameters", 7UL)[40_200..40_400], scales);
    }

    [Fact]
    public void Its_gradients_are_those_of_finite_differences()
    {
        float[] parameters = Networks.Value.Call<float[]>("Parameters", 3UL);
        float[] inputs = NormalInputs.Of(5 * 200);
        float[] outputGradients = NormalInputs.Of(5 * 3);
        float[] gradients = Networks.Value.Call<float[]>("Backward", parameters, inputs, outputGradients);
        foreach (int index in (int[])[0, 12_345, 40_199, 40_200, 40_399, 40_400, 40_599, 40_600, 80_799, 80_800, 81_402])
        {
            double difference = (Loss(index, 0.01f) - Loss(index, -0.01f)) / 0.02;
            Assert.Equal(difference, gradients[index], 0.02 * Math.Max(0.2, Math.Abs(difference)));
        }

        double Loss(int index, float step)
        {
            float[] moved = [.. parameters];
            moved[index] += step;
            return Networks.Value.Call<float[]>("Forward", moved, inputs).Zip(outputGradients, (output, gradient) => (double)output * gradient).Sum();
        }
    }

    [Fact]
    public void Its_prediction_is_what_is_measured()
    {
        LayerInfo[] layers = Networks.Value.Call<LayerInfo[]>("Layers");
        float[] inputs = NormalInputs.Of(400 * 200);
        for (int layer = 0; layer < layers.Length; layer++)
        {
            double measured = Enumerable.Range(1, 20)
                .Average(seed => Networks.Value.Call<LayerStatistics[]>("Measure", (ulong)seed, inputs)[layer].ActivationStdDev);
            Assert.Equal(1, measured / layers[layer].Predicted.ActivationStdDev, 0.08);
        }

        float[] outputGradients = NormalInputs.Of(400 * 3);
        GradientStatistics[][] draws =
            [.. Enumerable.Range(1, 20).Select(seed => Networks.Value.Call<GradientStatistics[]>("MeasureBack", (ulong)seed, inputs, outputGradients))];
        for (int layer = 0; layer < layers.Length; layer++)
        {
            double measured = draws.Average(draw => draw[layer].StdDev / draw[^1].StdDev);
            Assert.Equal(1, measured / layers[layer].Predicted.GradientStdDev, 0.15);
        }
    }
}
