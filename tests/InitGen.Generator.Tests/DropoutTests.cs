using System;
using System.Linq;
using System.Runtime.Intrinsics;
using InitGen.Initialization;

namespace InitGen.Generator.Tests;

/// <summary>What only dropout does: drop values, others at each step, and none in inference.</summary>
public class DropoutTests
{
    private const string Probe = """

        static partial class Probe
        {
            private static Net At(ulong step, float[] parameters) => new(parameters) { Step = step };

            public static float[] Forward(ulong step, float[] parameters, float[] inputs)
            {
                float[] outputs = new float[inputs.Length / Net.InputSize * Net.OutputSize];
                At(step, parameters).Forward(inputs, outputs);
                return outputs;
            }

            public static float[] Infer(ulong step, float[] parameters, float[] inputs)
            {
                float[] outputs = new float[inputs.Length / Net.InputSize * Net.OutputSize];
                At(step, parameters).Infer(inputs, outputs);
                return outputs;
            }

            public static float[] Backward(ulong step, float[] parameters, float[] inputs, float[] outputGradients)
            {
                float[] gradients = new float[Net.ParameterCount];
                At(step, parameters).Backward(inputs, outputGradients, gradients);
                return gradients;
            }

            public static float[] InputGradients(ulong step, float[] parameters, float[] inputs, float[] outputGradients)
            {
                float[] gradients = new float[inputs.Length];
                InitGen.Kernels.NetworkPass.InputGradients(At(step, parameters), inputs, outputGradients, gradients);
                return gradients;
            }

            public static LayerStatistics[] Measure(ulong step, float[] parameters, float[] inputs)
            {
                var statistics = new LayerStatistics[Net.Layers.Length];
                At(step, parameters).MeasureForward(inputs, statistics);
                return statistics;
            }

            public static double[] MeasureInBatches(ulong step, float[] parameters, float[] inputs, float[] outputGradients, int rows)
            {
                BatchedMeasurement<Net> measurement = new(At(step, parameters));
                for (int i = 0; i < inputs.Length / Net.InputSize; i += rows)
                {
                    int count = Math.Min(rows, (inputs.Length / Net.InputSize) - i);
                    measurement.Add(
                        inputs.AsSpan(i * Net.InputSize, count * Net.InputSize),
                        outputGradients.AsSpan(i * Net.OutputSize, count * Net.OutputSize));
                }

                return
                [
                    .. measurement.Forward().Select(static layer => layer.ActivationStdDev),
                    .. measurement.Backward().Select(static layer => layer.StdDev),
                    .. measurement.Backward().Select(static layer => layer.WeightGradientStdDev),
                ];
            }
        }
        """;

    private static readonly CompiledNetworks Mask = Network("[Network(70)]", "[Dropout(0.3)] public partial Layer Drop { get; }");

    private static readonly CompiledNetworks Deep = Network("[Network(6)]", """
        [Dense(40, Activation.Relu)] public partial DenseLayer Hidden1 { get; }
        [Dropout(0.5)] public partial Layer Drop1 { get; }
        [Dense(40, Activation.Tanh)] public partial DenseLayer Hidden2 { get; }
        [Dropout(0.25)] public partial Layer Drop2 { get; }
        [Dense(3)] public partial DenseLayer Output { get; }
        """);

    private static readonly float[] Parameters =
        NormalInputs.Of((7 * 40) + (41 * 40) + (41 * 3)).Select(static value => value / 5).ToArray();

    // The mask's own formula, by Philox' blocks.
    [Fact]
    public void A_mask_goes_by_the_words_of_its_layers_stream()
    {
        const ulong Step = 0x1234567890;
        const int Rows = 37;
        ulong stream = ParameterStream.Of("Drop.Mask");
        float[] mask = Mask.Call<float[]>("Forward", Step, Array.Empty<float>(), Enumerable.Repeat(1f, Rows * 70).ToArray());
        for (int row = 0; row < Rows; row++)
        {
            for (int i = 0; i < 70; i++)
            {
                ulong word = ((ulong)row * 128) + (ulong)i;
                ulong block = (word / 64 * 16) + (word % 16);
                uint random = Philox4x32.Block(Vector128.Create(block, stream).AsUInt32(), Step)[(int)(word / 16 % 4)];
                Assert.Equal(random < 0.3 * 4294967296.0 ? 0 : (float)(1 / 0.7), mask[(row * 70) + i]);
            }
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void As_many_values_are_dropped_as_is_said_and_the_others_grow_by_as_much(double probability)
    {
        const int Count = 2000 * 70;
        CompiledNetworks network = Network("[Network(70)]", FormattableString.Invariant($"[Dropout({probability})] public partial Layer Drop {{ get; }}"));
        float[] inputs = NormalInputs.Of(Count);
        float[] outputs = network.Call<float[]>("Forward", 5UL, Array.Empty<float>(), inputs);
        int dropped = 0;
        float scale = (float)(1 / (1 - probability));
        for (int i = 0; i < Count; i++)
        {
            Assert.True(outputs[i] == 0 || outputs[i] == inputs[i] * scale);
            dropped += outputs[i] == 0 ? 1 : 0;
        }

        // Four binomial errors; also of the values of one place, and of neighbours, which are independent.
        Assert.Equal(probability, (double)dropped / Count, 4 * Math.Sqrt(probability * (1 - probability) / Count));
        int places = Enumerable.Range(0, 70).Max(place => Enumerable.Range(0, 2000).Count(row => outputs[(row * 70) + place] == 0));
        Assert.True(places - (2000 * probability) < 5 * Math.Sqrt(2000 * probability * (1 - probability)));
        int both = Enumerable.Range(0, Count - 1).Count(i => outputs[i] == 0 && outputs[i + 1] == 0);
        double share = probability * probability;
        Assert.Equal(share, (double)both / (Count - 1), 6 * Math.Sqrt(share * (1 - share) / Count));
    }

    [Fact]
    public void Steps_layers_and_rows_have_masks_of_their_own()
    {
        float[] ones = Enumerable.Repeat(1f, 2 * 70).ToArray();
        float[] first = Mask.Call<float[]>("Forward", 1UL, Array.Empty<float>(), ones);
        Assert.Equal(first, Mask.Call<float[]>("Forward", 1UL, Array.Empty<float>(), ones));
        Assert.NotEqual(first, Mask.Call<float[]>("Forward", 2UL, Array.Empty<float>(), ones));
        Assert.NotEqual(first[..70], first[70..]);
        CompiledNetworks other = Network("[Network(70)]", "[Dropout(0.3)] public partial Layer Other { get; }");
        Assert.NotEqual(first, other.Call<float[]>("Forward", 1UL, Array.Empty<float>(), ones));
    }

    [Fact]
    public void Inference_is_the_network_without_dropout()
    {
        CompiledNetworks without = Network("[Network(6)]", """
            [Dense(40, Activation.Relu)] public partial DenseLayer Hidden1 { get; }
            [Dense(40, Activation.Tanh)] public partial DenseLayer Hidden2 { get; }
            [Dense(3)] public partial DenseLayer Output { get; }
            """, CompiledNetworks.Probe);
        float[] inputs = NormalInputs.Of(11 * 6);
        float[] expected = without.Call<float[]>("Forward", Parameters, inputs);
        Assert.Equal(expected, Deep.Call<float[]>("Infer", 3UL, Parameters, inputs));
        Assert.NotEqual(expected, Deep.Call<float[]>("Forward", 3UL, Parameters, inputs));
    }

    [Fact]
    public void Gradients_are_those_of_finite_differences_at_a_step()
    {
        const ulong Step = 9;
        float[] inputs = NormalInputs.Of(5 * 6);
        float[] outputGradients = NormalInputs.Of(5 * 3);
        float[] gradients = Deep.Call<float[]>("Backward", Step, Parameters, inputs, outputGradients);
        Assert.NotEqual(gradients, Deep.Call<float[]>("Backward", Step + 1, Parameters, inputs, outputGradients));
        float[] inputGradients = Deep.Call<float[]>("InputGradients", Step, Parameters, inputs, outputGradients);
        AssertDifferences(gradients, Parameters, moved => Loss(moved, inputs));
        AssertDifferences(inputGradients, inputs, moved => Loss(Parameters, moved));

        double Loss(float[] parameters, float[] values) => Deep.Call<float[]>("Forward", Step, parameters, values)
            .Zip(outputGradients, static (output, gradient) => (double)output * gradient).Sum();

        static void AssertDifferences(float[] gradients, float[] at, Func<float[], double> loss)
        {
            float scale = gradients.Max(Math.Abs);
            for (int i = 0; i < 60; i++)
            {
                int index = i * 31 % at.Length;
                float[] up = [.. at];
                float[] down = [.. at];
                up[index] += 2e-4f;
                down[index] -= 2e-4f;
                Assert.Equal((loss(up) - loss(down)) / 4e-4, gradients[index], 0.02 * scale);
            }
        }
    }

    // A block has at most 504 rows.
    [Fact]
    public void A_row_drops_the_same_however_the_batch_is_cut()
    {
        float[] ones = Enumerable.Repeat(1f, 1300 * 70).ToArray();
        float[] all = Mask.Call<float[]>("Forward", 1UL, Array.Empty<float>(), ones);
        foreach (int rows in new[] { 1, 503, 505, 1009 })
        {
            Assert.Equal(all[..(rows * 70)], Mask.Call<float[]>("Forward", 1UL, Array.Empty<float>(), ones[..(rows * 70)]));
        }

        // Passes that record are cut where the record is full; they multiply gradients by the same masks.
        Assert.Equal(all, Mask.Call<float[]>("InputGradients", 1UL, Array.Empty<float>(), ones, ones));
    }

    [Fact]
    public void Batches_that_are_measured_as_one_drop_as_one()
    {
        float[] inputs = NormalInputs.Of(900 * 6);
        float[] outputGradients = NormalInputs.Of(900 * 3);
        double[] one = Deep.Call<double[]>("MeasureInBatches", 4UL, Parameters, inputs, outputGradients, 900);
        double[] many = Deep.Call<double[]>("MeasureInBatches", 4UL, Parameters, inputs, outputGradients, 77);
        Assert.All(one.Zip(many), static pair => Assert.True(
            (double.IsNaN(pair.First) && double.IsNaN(pair.Second)) || Math.Abs((pair.First / pair.Second) - 1) < 1e-5)); // dropout has no weights
        LayerStatistics[] measured = Deep.Call<LayerStatistics[]>("Measure", 4UL, Parameters, inputs);
        Assert.All(measured.Zip(one), static pair => Assert.Equal(1, pair.First.ActivationStdDev / pair.Second, 1e-5));
        Assert.All(measured.Where((_, i) => i is 1 or 3), static layer => Assert.Equal(0, layer.SaturatedFraction));
    }

    // As x·m is of any m.
    [Fact]
    public void What_is_not_a_number_stays_none()
    {
        float[] outputs = Mask.Call<float[]>("Forward", 1UL, Array.Empty<float>(), Enumerable.Repeat(float.NaN, 70).ToArray());
        Assert.All(outputs, static output => Assert.True(float.IsNaN(output)));
    }

    private static CompiledNetworks Network(string attribute, string layers, string probe = Probe) => new($$"""
        {{attribute}}
        partial class Net
        {
            {{layers}}
        }

        """ + probe);
}
