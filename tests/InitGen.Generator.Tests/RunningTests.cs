using System;
using System.Linq;
using InitGen.Initialization;
using InitGen.Layers;
using InitGen.Propagation;

namespace InitGen.Generator.Tests;

/// <summary>Generated networks at work.</summary>
public class RunningTests
{
    private const string Classifier = """
        [Network(6)]
        partial class Net
        {
            [Dense(5, Activation.Relu)] public partial DenseLayer First { get; }
            [Dense(4, Activation.Tanh, Repeat = 3)] public partial DenseStack Middle { get; }
            [Dense(3, Activation.Linear, UseBias = false)] public partial DenseLayer Last { get; }
        }
        """ + CompiledNetworks.Probe;

    private const ulong Seed = 42;

    [Fact]
    public void A_static_field_of_a_network_can_hold_one()
    {
        CompiledNetworks networks = new(WithMembers(
            "public static readonly Net Default = new(42);", "public static float[] Default() => Net.Default.Parameters.ToArray();"));

        Assert.Equal(networks.Call<float[]>("Parameters", Seed), networks.Call<float[]>("Default"));
    }

    [Fact]
    public void A_static_field_of_a_network_can_count_its_layers() => Assert.Equal(5, new CompiledNetworks(WithMembers(
        "public static readonly int Count = Layers.Length;", "public static int Count() => Net.Count;")).Call<int>("Count"));

    [Fact]
    public void Dense_layers_can_be_shown_as_layers_of_any_kind()
    {
        CompiledNetworks general = new("""
            [Network(6)]
            partial class Net
            {
                [Dense(5, Activation.Relu)] public partial Layer First { get; }
                [Dense(4, Activation.Tanh, Repeat = 3)] public partial LayerStack Middle { get; }
                [Dense(3, Activation.Linear, UseBias = false)] public partial Layer Last { get; }
            }

            static partial class Probe
            {
                public static string[] Names() => new Net(1) is var net ? [net.First.Name, net.Middle[2].Name, net.Last.Name] : [];
            }
            """ + CompiledNetworks.Probe);

        Assert.Equal(["First", "Middle.2", "Last"], general.Call<string[]>("Names"));
        Assert.Equal(new CompiledNetworks(Classifier).Call<float[]>("Parameters", Seed), general.Call<float[]>("Parameters", Seed));
    }

    [Fact]
    public void Layers_are_named_and_laid_out_in_their_order() => Assert.Equal(
        [
            ("First", 6, 5, 0, 30),
            ("Middle.0", 5, 4, 35, 55),
            ("Middle.1", 4, 4, 59, 75),
            ("Middle.2", 4, 4, 79, 95),
            ("Last", 4, 3, 99, -1),
        ],
        new CompiledNetworks(Classifier).Call<LayerInfo[]>("Layers")
            .Select(layer => (layer.Name, layer.Inputs, layer.Units, layer.WeightOffset, layer.BiasOffset)));

    [Fact]
    public void Sizes_are_constants()
    {
        int[] sizes = new CompiledNetworks(Classifier.Replace("static partial class Probe\n{", """
            static partial class Probe
            {
                const int Inputs = Net.InputSize, Outputs = Net.OutputSize, Count = Net.ParameterCount;

                public static int[] Sizes() => [Inputs, Outputs, Count, .. Of<Net>()];

                static int[] Of<TNetwork>() where TNetwork : INetwork<TNetwork> => [TNetwork.InputSize, TNetwork.OutputSize, TNetwork.ParameterCount];
            """)).Call<int[]>("Sizes");

        Assert.Equal([6, 3, 111, 6, 3, 111], sizes);
    }

    [Fact]
    public void The_variance_that_a_custom_initializer_tells_is_predicted_with()
    {
        LayerInfo[] layers = new CompiledNetworks("""
            [Network(6)]
            partial class Net
            {
                [Dense(8, Activation.Tanh, Init.Custom, Initializer = typeof(Scaled))] public partial DenseLayer Scaled { get; }
                [Dense(8, Activation.Tanh, Init.Custom, Initializer = typeof(Fixed<int>))] public partial DenseLayer Fixed { get; }
                [Dense(2, Activation.Linear, Init.Custom, Initializer = typeof(Unknown))] public partial DenseLayer Unknown { get; }
            }

            [WeightVariance(fanMode: FanMode.In, variance: 2)]
            class Scaled : Unknown;

            [WeightVariance(0.5 * 0.5)]
            class Fixed<T> : Unknown;

            class Unknown : IWeightInitializer
            {
                public static void Initialize(Span<float> weights, WeightShape shape, ref PhiloxStream random) => weights.Clear();
            }
            """ + CompiledNetworks.Probe).Call<LayerInfo[]>("Layers");

        Assert.Equal([Math.Sqrt(2.0 / 6), 0.5, double.NaN], layers.Select(layer => layer.WeightStdDev));
        Assert.Equal(Math.Sqrt(2), layers[0].Predicted.PreActivationStdDev, 1e-12);
        Assert.Equal(0.5 * Math.Sqrt(8) * layers[0].Predicted.ActivationStdDev, layers[1].Predicted.PreActivationStdDev, 1e-12);
        Assert.Equal(double.NaN, layers[2].Predicted.PreActivationStdDev);
    }

    [Fact]
    public void Each_parameter_is_what_its_initializer_draws_from_its_own_stream()
    {
        float[] parameters = new CompiledNetworks("""
            [Network(6)]
            partial class Net
            {
                [Dense(8, Activation.Relu, Init.HeNormal)] public partial DenseLayer He { get; }
                [Dense(8, Activation.Relu, Init.TruncatedNormal, StdDev = 0.5)] public partial DenseLayer Truncated { get; }
                [Dense(8, Activation.Tanh, Init.XavierUniform, Gain = 2, BiasStdDev = 0.1, Bias = 1)] public partial DenseLayer Xavier { get; }
                [Dense(4, Activation.Tanh, Init.Orthogonal, Gain = 3, Repeat = 2)] public partial DenseStack Orthogonal { get; }
                [Dense(5, Activation.Tanh, Init.Sparse, NonZeros = 2, StdDev = 1, UseBias = false)] public partial DenseLayer Sparse { get; }
                [Dense(5, Activation.Tanh, Init.Identity)] public partial DenseLayer Identity { get; }
                [Dense(2, Activation.Tanh, Init.Constant, Value = 0.25, Bias = -1)] public partial DenseLayer Constant { get; }
                [Dense(2, Activation.Tanh, Init.Custom, Initializer = typeof(Own))] public partial DenseLayer Custom { get; }
                [Dense(3, Activation.Tanh, Init.Torch)] public partial DenseLayer Torch { get; }
            }

            class Own : IWeightInitializer
            {
                public static void Initialize(Span<float> weights, WeightShape shape, ref PhiloxStream random) =>
                    Initializers.Constant(weights, (shape.Units * 10) + shape.Inputs);
            }
            """ + CompiledNetworks.Probe).Call<float[]>("Parameters", Seed);

        float[] expected =
        [
            .. Draw(8 * 6, weights => Initializers.HeNormal(weights, 6, 8, 1, Seed, ParameterStream.Of("He.Weights"))),
            .. new float[8],
            .. Draw(8 * 8, weights => Initializers.TruncatedNormal(weights, 0, 0.5, Seed, ParameterStream.Of("Truncated.Weights"))),
            .. new float[8],
            .. Draw(8 * 8, weights => Initializers.XavierUniform(weights, 8, 8, 2, Seed, ParameterStream.Of("Xavier.Weights"))),
            .. Draw(8, biases => Initializers.Normal(biases, 1, 0.1, Seed, ParameterStream.Of("Xavier.Biases"))),
            .. Draw(4 * 8, weights => Initializers.Orthogonal(weights, 4, 8, 3, Seed, ParameterStream.Of("Orthogonal.0.Weights"))),
            .. new float[4],
            .. Draw(4 * 4, weights => Initializers.Orthogonal(weights, 4, 4, 3, Seed, ParameterStream.Of("Orthogonal.1.Weights"))),
            .. new float[4],
            .. Draw(5 * 4, weights => Initializers.Sparse(weights, 5, 4, 2, 1, Seed, ParameterStream.Of("Sparse.Weights"))),
            .. Draw(5 * 5, weights => Initializers.Identity(weights, 5, 5, 1)),
            .. new float[5],
            .. Enumerable.Repeat(0.25f, 2 * 5), -1, -1,
            .. Enumerable.Repeat(22f, 2 * 2), 0, 0,
            .. Draw(3 * 2, weights => Initializers.Uniform(weights, Math.Sqrt(0.5), Seed, ParameterStream.Of("Torch.Weights"))),
            .. Draw(3, biases => Initializers.Uniform(biases, Math.Sqrt(0.5), Seed, ParameterStream.Of("Torch.Biases"))),
        ];
        Assert.Equal(expected, parameters);
    }

    [Fact]
    public void Kernels_are_what_their_initializer_draws_in_their_shape()
    {
        float[] parameters = new CompiledNetworks("""
            [Network(4, 8, 8)]
            partial class Net
            {
                [Conv2d(6, 3, Activation.Tanh, Init.DeltaOrthogonal, Gain = 1.5, UseBias = false)] public partial Layer Conv { get; }
                [Conv2d(8, 2, Activation.Tanh, Init.DeltaOrthogonal, KernelWidth = 3, Groups = 2, UseBias = false)] public partial Layer Groups { get; }
                [Conv2d(4, 2, Activation.Tanh, Init.Dirac, Groups = 2, UseBias = false, Repeat = 2)] public partial LayerStack Dirac { get; }
            }
            """ + CompiledNetworks.Probe).Call<float[]>("Parameters", Seed);
        Assert.Equal(
            [
                .. Draw(6 * 4 * 9, weights => Initializers.DeltaOrthogonal(weights, 6, 4, 9, 4, 1, 1.5, Seed, ParameterStream.Of("Conv.Weights"))),
                .. Draw(8 * 3 * 6, weights => Initializers.DeltaOrthogonal(weights, 8, 3, 6, 4, 2, 1, Seed, ParameterStream.Of("Groups.Weights"))),
                .. Draw(4 * 4 * 4, static weights => Initializers.Dirac(weights, 4, 4, 4, 3, 2)),
                .. Draw(4 * 2 * 4, static weights => Initializers.Dirac(weights, 4, 2, 4, 3, 2)),
            ],
            parameters);
    }

    [Fact]
    public void A_new_layer_changes_no_other_layers_weights()
    {
        const string Before = """
            [Network(8)]
            partial class Net
            {
                [Dense(8, Activation.Relu)] public partial DenseLayer First { get; }
                [Dense(4)] public partial DenseLayer Last { get; }
            }
            """ + CompiledNetworks.Probe;
        string after = Before.Replace("[Dense(4)]", "[Dense(8, Activation.Tanh, Repeat = 2)] public partial DenseStack New { get; }\n    [Dense(4)]");

        float[] old = new CompiledNetworks(Before).Call<float[]>("Parameters", Seed);
        float[] changed = new CompiledNetworks(after).Call<float[]>("Parameters", Seed);

        Assert.Equal(old[..72], changed[..72]);
        Assert.Equal(old[72..], changed[^36..]);
        Assert.True(old[..64].Distinct().Count() > 60);
    }

    [Fact]
    public void The_seed_alone_decides()
    {
        CompiledNetworks networks = new(Classifier);

        Assert.Equal(networks.Call<float[]>("Parameters", 7UL), networks.Call<float[]>("Parameters", 7UL));
        Assert.NotEqual(networks.Call<float[]>("Parameters", 7UL), networks.Call<float[]>("Parameters", 8UL));
    }

    [Fact]
    public void Predictions_are_Cores_to_the_last_bit()
    {
        NetworkSpec spec = new()
        {
            Input = new(6),
            Layers = new EquatableArray<LayerSpec>(
            [
                new DenseSpec { Name = "First", Units = 5, Activation = Activation.Relu },
                new DenseSpec { Name = "Middle", Units = 4, Activation = Activation.Tanh, Repeat = 3, IsStack = true },
                new DenseSpec { Name = "Last", Units = 3, UseBias = false },
            ]),
        };

        Assert.Equal(
            SignalPropagation.Predict(spec, LayerResolution.Resolve(spec)).Layers,
            new CompiledNetworks(Classifier).Call<LayerInfo[]>("Layers").Select(layer => layer.Predicted));
    }

    [Fact]
    public void What_is_unknown_is_not_a_number()
    {
        LayerInfo layer = new CompiledNetworks("""
            [Network(2)]
            partial class Net
            {
                [Dense(2, Activation.Relu, Init.Ones)] public partial DenseLayer Only { get; }
            }
            """ + CompiledNetworks.Probe).Call<LayerInfo[]>("Layers").Single();

        Assert.Equal(double.NaN, layer.Predicted.ActivationStdDev);
        Assert.Equal(1, layer.Predicted.GradientStdDev);
    }

    [Fact]
    public void Attached_memory_is_not_touched_until_it_is_initialized()
    {
        float[] memory = [.. Enumerable.Range(0, 111).Select(index => (float)index)];
        float[][] seen = new CompiledNetworks(Classifier.Replace("static partial class Probe\n{", """
            static partial class Probe
            {
                public static float[][] Attach(float[] memory)
                {
                    Net net = new(memory);
                    float[] before = [.. memory];
                    net.Initialize(42);
                    return [before, memory, net.Parameters.ToArray(), net.Middle[1].Weights.ToArray(), net.Last.Biases.ToArray()];
                }
            """)).Call<float[][]>("Attach", memory.ToArray());

        Assert.Equal(memory, seen[0]);
        Assert.Equal(new CompiledNetworks(Classifier).Call<float[]>("Parameters", Seed), seen[1]);
        Assert.Equal(seen[1], seen[2]);
        Assert.Equal(seen[1][59..75], seen[3]);
        Assert.Empty(seen[4]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(110)]
    [InlineData(112)]
    public void Memory_of_a_wrong_length_is_refused(int length)
    {
        CompiledNetworks networks = new(Classifier);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => networks.Call<float[]>("Forward", new float[length], new float[6]));

        Assert.Equal("parameters", exception.ParamName);
        Assert.Contains($"is {length}; it must be 111", exception.Message);
    }

    [Fact]
    public void Initialization_allocates_nothing()
    {
        long bytes = new CompiledNetworks(Classifier.Replace("static partial class Probe\n{", """
            static partial class Probe
            {
                public static long Allocated()
                {
                    Net net = new(1);
                    net.Initialize(2);
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    net.Initialize(3);
                    return GC.GetAllocatedBytesForCurrentThread() - before;
                }
            """)).Call<long>("Allocated");

        Assert.Equal(0, bytes);
    }

    [Fact]
    public void Forward_goes_through_the_layers_in_their_order()
    {
        CompiledNetworks networks = new(Classifier);
        float[] parameters = networks.Call<float[]>("Parameters", Seed);
        float[] inputs = [0.5f, -1, 2, 0.25f, -0.75f, 1];

        float[] outputs = networks.Call<float[]>("Forward", parameters, inputs);

        double[] expected = Reference(networks.Call<LayerInfo[]>("Layers"), parameters, inputs);
        Assert.Equal(expected.Length, outputs.Length);
        Assert.All(expected.Zip(outputs), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    public void Backward_goes_through_the_layers_in_reverse()
    {
        CompiledNetworks networks = new(Classifier);
        LayerInfo[] layers = networks.Call<LayerInfo[]>("Layers");
        float[] parameters = networks.Call<float[]>("Parameters", Seed);
        float[] inputs = [0.5f, -1, 2, 0.25f, -0.75f, 1];
        float[] outputGradients = [1, -2, 0.5f];

        float[] gradients = networks.Call<float[]>("Backward", parameters, inputs, outputGradients);

        const float Step = 1e-3f;
        for (int index = 0; index < parameters.Length; index++)
        {
            double difference = Loss(Step) - Loss(-Step);
            Assert.Equal(difference / (2 * Step), gradients[index], 1e-3);

            double Loss(float step)
            {
                float[] moved = [.. parameters];
                moved[index] += step;
                return Reference(layers, moved, inputs).Zip(outputGradients, (output, gradient) => output * gradient).Sum();
            }
        }
    }

    private static float[] Draw(int count, Action<float[]> initialize)
    {
        float[] values = new float[count];
        initialize(values);
        return values;
    }

    // The network as its definition says, in double.
    private static double[] Reference(LayerInfo[] layers, float[] parameters, float[] inputs)
    {
        double[] signal = [.. inputs.Select(input => (double)input)];
        foreach (LayerInfo layer in layers)
        {
            signal =
            [
                .. Enumerable.Range(0, layer.Units).Select(unit =>
                {
                    double z = layer.BiasOffset < 0 ? 0 : parameters[layer.BiasOffset + unit];
                    for (int input = 0; input < layer.Inputs; input++) { z += signal[input] * parameters[layer.WeightOffset + (unit * layer.Inputs) + input]; } return layer.Activation switch
                    {
                        Activation.Relu => Math.Max(z, 0),
                        Activation.Tanh => Math.Tanh(z),
                        _ => z,
                    };
                }),
            ];
        }

        return signal;
    }

    private static string WithMembers(string ofNetwork, string ofProbe) => Classifier
        .Replace("partial class Net\n{", "partial class Net\n{\n" + ofNetwork)
        .Replace("static partial class Probe\n{", "static partial class Probe\n{\n" + ofProbe);
}
