using System;
using System.Linq;

namespace InitGen.Generator.Tests;

/// <summary>Networks of every kind of layer, generated, compiled, and run.</summary>
public class EveryKindTests
{
    private const string Probe = """

        static partial class Probe
        {
            public static float[] OnThreads(int threads, float[] parameters, float[] inputs, float[] outputGradients)
            {
                int before = Execution.MaxDegreeOfParallelism;
                Execution.MaxDegreeOfParallelism = threads;
                try
                {
                    return [.. Forward(parameters, inputs), .. Backward(parameters, inputs, outputGradients)];
                }
                finally
                {
                    Execution.MaxDegreeOfParallelism = before;
                }
            }

            public static long Allocated(float[] parameters, float[] inputs, float[] outputGradients)
            {
                Net net = new(parameters);
                float[] outputs = new float[outputGradients.Length];
                float[] gradients = new float[Net.ParameterCount];
                float[] inputGradients = new float[inputs.Length];
                var statistics = new LayerStatistics[Net.Layers.Length];
                var gradientStatistics = new GradientStatistics[Net.Layers.Length];
                long allocated = long.MaxValue;
                for (int i = 0; i < 6; i++)
                {
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    net.Initialize(7);
                    net.Forward(inputs, outputs);
                    net.Backward(inputs, outputGradients, gradients);
                    net.MeasureForward(inputs, statistics);
                    net.MeasureBackward(inputs, outputGradients, gradientStatistics);
                    InitGen.Kernels.NetworkPass.InputGradients(net, inputs, outputGradients, inputGradients);

                    // After the first few; and in one of them threads may start, where tests beside this one had kept them busy.
                    allocated = i < 3 ? allocated : Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
                }

                return allocated;
            }

            public static float[] InputGradients(float[] parameters, float[] inputs, float[] outputGradients)
            {
                float[] gradients = new float[inputs.Length];
                InitGen.Kernels.NetworkPass.InputGradients(new Net(parameters), inputs, outputGradients, gradients);
                return gradients;
            }
        }
        """ + CompiledNetworks.Probe;

    // Where theory ends: behind the largest of averages or of other largest values, and of what a stride spreads out.
    private static readonly string[] PartlyUnknown = ["Signals", "Stacks whose shapes change", "ConvTranspose3d"];

    [Theory]
    [MemberData(nameof(EveryKindNetworks.All), MemberType = typeof(EveryKindNetworks))]
    public void Gradients_are_those_of_finite_differences(string kind, string source)
    {
        CompiledNetworks network = new(source + Probe);
        (int inputSize, int outputSize) = SizesOf(network);
        float[] parameters = network.Call<float[]>("Parameters", 3UL);
        float[] inputs = NormalInputs.Of(5 * inputSize);
        float[] outputGradients = NormalInputs.Of(5 * outputSize);
        float[] gradients = network.Call<float[]>("Backward", parameters, inputs, outputGradients);
        float scale = gradients.Max(Math.Abs);
        var random = new Random(1);
        for (int i = 0; i < 40; i++)
        {
            int index = random.Next(parameters.Length);
            double difference = (Loss(index, 2e-4f) - Loss(index, -2e-4f)) / 4e-4;
            Assert.True(Math.Abs(difference - gradients[index]) < 0.02 * scale, $"{kind}: parameter {index}: {difference}, {gradients[index]}");
        }

        double Loss(int index, float step)
        {
            float[] moved = [.. parameters];
            moved[index] += step;
            return network.Call<float[]>("Forward", moved, inputs).Zip(outputGradients, (output, gradient) => (double)output * gradient).Sum();
        }
    }

    [Theory]
    [MemberData(nameof(EveryKindNetworks.All), MemberType = typeof(EveryKindNetworks))]
    [MemberData(nameof(PublishedNetworks.All), MemberType = typeof(PublishedNetworks))]
    public void What_is_predicted_is_what_is_measured(string kind, string source)
    {
        const int Draws = 20;
        const int Batch = 60;
        CompiledNetworks network = new(source + Probe);
        (int inputSize, int outputSize) = SizesOf(network);
        LayerInfo[] layers = network.Call<LayerInfo[]>("Layers");
        float[] inputs = NormalInputs.Of(Batch * inputSize);
        float[] outputGradients = NormalInputs.Of(Batch * outputSize);
        LayerStatistics[][] forward = [.. Enumerable.Range(1, Draws).Select(seed => network.Call<LayerStatistics[]>("Measure", (ulong)seed, inputs))];
        GradientStatistics[][] backward =
            [.. Enumerable.Range(1, Draws).Select(seed => network.Call<GradientStatistics[]>("MeasureBack", (ulong)seed, inputs, outputGradients))];
        for (int i = 0; i < layers.Length; i++)
        {
            (LayerPrediction lower, LayerPrediction upper) = layers[i].PredictedBounds ?? new(layers[i].Predicted, layers[i].Predicted);
            Check("std", forward.Average(draw => draw[i].ActivationStdDev), lower.ActivationStdDev, upper.ActivationStdDev, upper.ActivationSpread);
            Check(
                "gradient",
                backward.Average(draw => draw[i].StdDev / draw[^1].StdDev),
                lower.GradientStdDev,
                upper.GradientStdDev,
                upper.GradientSpread);

            // The average over seeds, the error bar of that many, three times, and what theory leaves out: at borders, and behind a sum
            // whose parts are not normal.
            void Check(string what, double measured, double least, double largest, double spread)
            {
                Assert.False(double.IsNaN(least) && !PartlyUnknown.Contains(kind), $"{kind}, {layers[i].Name}: {what} unknown");
                if (!double.IsNaN(least))
                {
                    spread = double.IsNaN(spread) ? 0 : spread;
                    double average = Math.Exp(-spread * spread / 2);
                    double tolerance = (3 * spread / Math.Sqrt(Draws)) + 0.1;
                    Assert.True(
                        Math.Log(measured / (average * least)) > -tolerance && Math.Log(measured / (average * largest)) < tolerance,
                        $"{kind}, {layers[i].Name}: {what} {measured}, predicted {least} to {largest} ± {tolerance}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(EveryKindNetworks.All), MemberType = typeof(EveryKindNetworks))]
    public void The_gradient_of_the_inputs_is_that_of_finite_differences(string kind, string source)
    {
        CompiledNetworks network = new(source + Probe);
        (int inputSize, int outputSize) = SizesOf(network);
        float[] parameters = network.Call<float[]>("Parameters", 3UL);
        float[] inputs = NormalInputs.Of(5 * inputSize);
        float[] outputGradients = NormalInputs.Of(5 * outputSize);
        float[] gradients = network.Call<float[]>("InputGradients", parameters, inputs, outputGradients);
        float scale = gradients.Max(Math.Abs);
        int[] missed =
        [
            .. Enumerable.Range(0, 20).Select(place => place * inputs.Length / 20).Where(index =>
                Math.Abs(((Loss(index, 2e-4f) - Loss(index, -2e-4f)) / 4e-4) - gradients[index]) > 0.03 * scale),
        ];

        // A step across the kink of a rectifier, or from one maximum to the next, is no derivative.
        Assert.True(missed.Length <= 1, $"{kind}: inputs {string.Join(", ", missed)}");

        double Loss(int index, float step)
        {
            float[] moved = [.. inputs];
            moved[index] += step;
            return network.Call<float[]>("Forward", parameters, moved).Zip(outputGradients, (output, gradient) => (double)output * gradient).Sum();
        }
    }

    [Theory]
    [MemberData(nameof(EveryKindNetworks.All), MemberType = typeof(EveryKindNetworks))]
    public void Passes_have_the_same_bits_on_any_number_of_threads_and_allocate_nothing(string kind, string source)
    {
        CompiledNetworks network = new(source + Probe);
        (int inputSize, int outputSize) = SizesOf(network);
        float[] parameters = network.Call<float[]>("Parameters", 3UL);
        float[] inputs = NormalInputs.Of(130 * inputSize);
        float[] outputGradients = NormalInputs.Of(130 * outputSize);
        float[] alone = network.Call<float[]>("OnThreads", 1, parameters, inputs, outputGradients);
        Assert.True(alone.SequenceEqual(network.Call<float[]>("OnThreads", 3, parameters, inputs, outputGradients)), kind);
        Assert.Equal(0, network.Call<long>("Allocated", parameters, inputs, outputGradients));
    }

    [Theory]
    [MemberData(nameof(EveryKindNetworks.All), MemberType = typeof(EveryKindNetworks))]
    public void A_row_has_the_same_bits_in_any_batch_unless_rows_meet_or_its_place_decides_what_is_dropped(string kind, string source)
    {
        CompiledNetworks network = new(source + Probe);
        (int inputSize, int outputSize) = SizesOf(network);
        float[] parameters = network.Call<float[]>("Parameters", 3UL);
        float[] inputs = NormalInputs.Of(9 * inputSize);
        float[] together = network.Call<float[]>("Forward", parameters, inputs);
        if (network.Call<LayerInfo[]>("Layers").Any(static layer => layer.CouplesRows || layer.Kind == "Dropout"))
        {
            return;
        }

        float[] alone = network.Call<float[]>("Forward", parameters, inputs[(4 * inputSize)..(5 * inputSize)]);
        Assert.True(alone.SequenceEqual(together[(4 * outputSize)..(5 * outputSize)]), kind);
    }

    [Theory]
    [MemberData(nameof(EveryKindNetworks.All), MemberType = typeof(EveryKindNetworks))]
    public void What_is_not_finite_is_counted(string kind, string source)
    {
        CompiledNetworks network = new(source + Probe);
        (int inputSize, _) = SizesOf(network);
        float[] inputs = NormalInputs.Of(6 * inputSize);
        inputs[0] = float.NaN;
        inputs[inputSize] = float.PositiveInfinity;
        LayerStatistics[] statistics = network.Call<LayerStatistics[]>("Measure", 3UL, inputs);
        Assert.All(statistics, layer => Assert.True(layer.NonFiniteCount > 0, kind));
    }

    private static (int Inputs, int Outputs) SizesOf(CompiledNetworks network)
    {
        LayerInfo[] layers = network.Call<LayerInfo[]>("Layers");
        return ((int)layers[0].Input.Size, (int)layers[^1].Output.Size);
    }
}
