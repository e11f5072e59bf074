using System;
using System.Linq;
using InitGen.Activations;
using InitGen.Kernels;

namespace InitGen.Runtime.Tests.Kernels;

/// <summary>Networks whose layers read others than the one before.</summary>
public class GraphTests
{
    private const int Batch = 7;

    [Fact]
    public void Outputs_are_those_of_the_graph_in_double_precision()
    {
        float[] parameters = Branches.RandomParameters();
        float[] inputs = TestLayers.NormalValues(Batch * Branches.InputSize, 2);
        var outputs = new float[Batch * Branches.OutputSize];
        Branches.Create(parameters).Forward(inputs, outputs);
        double[] expected = Branches.Reference(Double(parameters), Double(inputs));
        Assert.All(outputs.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Fact]
    public void Gradients_are_those_of_finite_differences()
    {
        float[] parameters = Branches.RandomParameters();
        float[] inputs = TestLayers.NormalValues(Batch * Branches.InputSize, 2);
        float[] outputGradients = TestLayers.NormalValues(Batch * Branches.OutputSize, 3);
        var gradients = new float[Branches.ParameterCount];
        Branches.Create(parameters).Backward(inputs, outputGradients, gradients);
        for (int i = 0; i < gradients.Length; i++)
        {
            double difference = (Loss(i, 1e-5) - Loss(i, -1e-5)) / 2e-5;
            Assert.Equal(difference, gradients[i], 2e-5 * Math.Max(1, Math.Abs(difference)));
        }

        double Loss(int parameter, double step)
        {
            double[] moved = Double(parameters);
            moved[parameter] += step;
            return Branches.Reference(moved, Double(inputs)).Zip(outputGradients, static (output, gradient) => output * gradient).Sum();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(1200)]
    public void A_row_gives_the_same_bits_in_any_batch(int batch)
    {
        float[] parameters = Branches.RandomParameters();
        float[] inputs = TestLayers.NormalValues(batch * Branches.InputSize, 2);
        var together = new float[batch * Branches.OutputSize];
        Branches network = Branches.Create(parameters);
        network.Forward(inputs, together);
        var alone = new float[Branches.OutputSize];
        for (int row = 0; row < batch; row += 13)
        {
            network.Forward(inputs.AsSpan(row * Branches.InputSize, Branches.InputSize), alone);
            Assert.Equal(together.AsSpan(row * alone.Length, alone.Length).ToArray(), alone);
        }
    }

    [Fact]
    public void What_is_measured_of_a_sum_is_what_it_puts_out()
    {
        float[] parameters = Branches.RandomParameters();
        float[] inputs = TestLayers.NormalValues(Batch * Branches.InputSize, 2);
        var statistics = new LayerStatistics[Branches.Layers.Length];
        Branches.Create(parameters).MeasureForward(inputs, statistics);
        double[] outputs = Branches.Reference(Double(parameters), Double(inputs), last: 3);
        Assert.Equal(outputs.Length, statistics[3].Count);
        Assert.Equal(outputs.Average(), statistics[3].ActivationMean, 1e-6);
        Assert.Equal(Math.Sqrt(outputs.Average(value => Math.Pow(value - outputs.Average(), 2))), statistics[3].ActivationStdDev, 1e-6);
    }

    [Fact]
    public void Passes_allocate_nothing_after_the_first()
    {
        Branches network = Branches.Create(Branches.RandomParameters());
        float[] inputs = TestLayers.NormalValues(Batch * Branches.InputSize, 2);
        var outputs = new float[Batch * Branches.OutputSize];
        var gradients = new float[Branches.ParameterCount];
        var statistics = new LayerStatistics[Branches.Layers.Length];
        long allocated = 0;
        for (int i = 0; i < 5; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            network.Forward(inputs, outputs);
            network.Backward(inputs, outputs, gradients);
            network.MeasureForward(inputs, statistics);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_chain_takes_two_buffers_and_an_open_skip_one_more()
    {
        var plan = PassPlan.Of<Branches>(Branches.ParameterCount);
        Assert.Equal([0, 1, 2, 1, 2, 0], Enumerable.Range(0, 6).Select(plan.Slot));

        // On the way back: the last gradient is the caller's; what is read by two has one place until both have written.
        Assert.Equal(-1, plan.GradientSlot(5));
        Assert.True(plan.IsFirstGradient(4, 1));
        Assert.False(plan.IsFirstGradient(4, 2));
        Assert.False(plan.IsFirstGradient(3, 1));
        Assert.False(plan.IsFirstGradient(1, 0));
    }

    private static double[] Double(float[] values) => [.. values.Select(static value => (double)value)];

    /// <summary>Stem 3 → 4, a branch 4 → 5 → 4 that is added to it, a sum of that and twice the stem, and an output.</summary>
    private sealed class Branches(Memory<float> parameters) : INetwork<Branches>
    {
        private static readonly LayerInfo[] Table =
        [
            Dense("Stem", 3, 4, Activation.Tanh, 0, -1),
            Dense("Up", 4, 5, Activation.Tanh, 16, 0),
            Dense("Down", 5, 4, Activation.Linear, 41, 1),
            Sum("Sum", Activation.Tanh, 2, 0),
            Sum("Again", Activation.Linear, 3, 0, 0),
            Dense("Output", 4, 2, Activation.Linear, 65, 4),
        ];

        public static int InputSize => 3;

        public static int OutputSize => 2;

        public static int ParameterCount => 75;

        public static ReadOnlySpan<LayerInfo> Layers => Table;

        public Span<float> Parameters => parameters.Span;

        public static float[] RandomParameters() => [.. TestLayers.NormalValues(ParameterCount, 1).Select(static value => 0.5f * value)];

        public static Branches Create(ulong seed) => throw new NotSupportedException();

        public static Branches Create(Memory<float> parameters) => new(parameters);

        public static void ForwardLayers(ref ForwardPass pass)
        {
            DenseKernel.Forward(ref pass, 0, default(Tanh));
            DenseKernel.Forward(ref pass, 1, default(Tanh));
            DenseKernel.Forward(ref pass, 2, default(Linear));
            AddKernel.Forward(ref pass, 3, default(Tanh));
            AddKernel.Forward(ref pass, 4, default(Linear));
            DenseKernel.Forward(ref pass, 5, default(Linear));
        }

        public static void BackwardLayers(ref BackwardPass pass)
        {
            DenseKernel.Backward(ref pass, 5, default(Linear));
            AddKernel.Backward(ref pass, 4, default(Linear));
            AddKernel.Backward(ref pass, 3, default(Tanh));
            DenseKernel.Backward(ref pass, 2, default(Linear));
            DenseKernel.Backward(ref pass, 1, default(Tanh));
            DenseKernel.Backward(ref pass, 0, default(Tanh));
        }

        /// <summary>What a layer puts out, row after row.</summary>
        public static double[] Reference(double[] parameters, double[] inputs, int last = 5)
        {
            var outputs = new double[Table.Length][];
            for (int index = 0; index <= last; index++)
            {
                LayerInfo layer = Table[index];
                double[] x = layer.From[0] < 0 ? inputs : outputs[layer.From[0]];
                int rows = inputs.Length / InputSize;
                var y = new double[rows * layer.Units];
                for (int i = 0; i < y.Length; i++)
                {
                    int unit = i % layer.Units;
                    double z = layer.Kind == "Add"
                        ? layer.From.Sum(source => outputs[source][i])
                        : parameters[layer.BiasOffset + unit] + Enumerable.Range(0, layer.Inputs).Sum(input =>
                            parameters[layer.WeightOffset + (unit * layer.Inputs) + input] * x[(i / layer.Units * layer.Inputs) + input]);
                    y[i] = ActivationFunction.Of(layer.Activation).Value(z);
                }

                outputs[index] = y;
            }

            return outputs[last];
        }

        public void Initialize(ulong seed) => throw new NotSupportedException();

        public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => NetworkPass.Forward(this, inputs, outputs);

        public void MeasureForward(ReadOnlySpan<float> inputs, Span<LayerStatistics> statistics) =>
            NetworkPass.MeasureForward(this, inputs, statistics);

        public void Backward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> parameterGradients) =>
            NetworkPass.Backward(this, inputs, outputGradients, parameterGradients);

        public void MeasureBackward(
            ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<GradientStatistics> statistics) =>
            NetworkPass.MeasureBackward(this, inputs, outputGradients, statistics);

        private static LayerInfo Dense(string name, int inputs, int units, Activation activation, int offset, int from) =>
            TestLayers.Table([inputs, units], static _ => true, typeof(Linear), typeof(Linear))[0] with
            {
                Name = name,
                From = [from],
                Activation = activation,
                Parameters =
                [
                    new("Weights", ParameterRole.Weight, [units, inputs]) { Offset = offset },
                    new("Biases", ParameterRole.Bias, [units]) { Offset = offset + (units * inputs) },
                ],
            };

        private static LayerInfo Sum(string name, Activation activation, params int[] from) =>
            Dense(name, 4, 4, activation, 0, 0) with { Kind = "Add", From = from, Parameters = [] };
    }
}
