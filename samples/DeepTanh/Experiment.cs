using InitGen.Initialization;

namespace InitGen.Samples.DeepTanh;

/// <summary>A network initialized and measured: what each layer does to 1,000 inputs from N(0, 1), and to gradients from N(0, 1).</summary>
/// <param name="Name">The name of the experiment.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Layers">The layers, from the first to the last.</param>
public sealed record Experiment(string Name, string Title, IReadOnlyList<LayerMeasurement> Layers)
{
    private const int InputCount = 1_000;
    private const ulong Seed = 42;

    /// <summary>The five experiments.</summary>
    public static IEnumerable<Experiment> All() =>
    [
        Measure<SmallRandom>("small-random", "tanh, weights from N(0, 0.01²): the signal vanishes"),
        Measure<BigRandom>("big-random", "tanh, weights from N(0, 1): every unit saturates"),
        Measure<XavierTanh>("xavier-tanh", "tanh, Xavier: the signal arrives"),
        Measure<XavierRelu>("xavier-relu", "ReLU, Xavier: half of the variance is lost at each layer"),
        Measure<HeRelu>("he-relu", "ReLU, He: the signal arrives"),
    ];

    private static Experiment Measure<TNetwork>(string name, string title)
        where TNetwork : INetwork<TNetwork>
    {
        TNetwork network = TNetwork.Create(Seed);
        float[] inputs = StandardNormal(InputCount * TNetwork.InputSize, "inputs");
        float[] outputGradients = StandardNormal(InputCount * TNetwork.OutputSize, "output gradients");

        LayerStatistics[] forward = new LayerStatistics[TNetwork.Layers.Length];
        network.MeasureForward(inputs, forward);
        GradientStatistics[] backward = new GradientStatistics[TNetwork.Layers.Length];
        network.MeasureBackward(inputs, outputGradients, backward);

        LayerMeasurement[] layers = new LayerMeasurement[forward.Length];
        for (int i = 0; i < layers.Length; i++)
        {
            LayerPrediction predicted = TNetwork.Layers[i].Predicted;
            layers[i] = new LayerMeasurement(
                Layer: i + 1,
                Mean: forward[i].ActivationMean,
                StdDev: forward[i].ActivationStdDev,
                PredictedStdDev: predicted.ActivationStdDev,
                SaturatedFraction: forward[i].SaturatedFraction,
                GradientStdDev: backward[i].StdDev / backward[^1].StdDev,
                PredictedGradientStdDev: predicted.GradientStdDev,
                Histogram: forward[i].Histogram);
        }

        return new Experiment(name, title, layers);
    }

    private static float[] StandardNormal(int count, string name)
    {
        float[] values = new float[count];
        Initializers.Normal(values, mean: 0, stdDev: 1, Seed, ParameterStream.Of(name));
        return values;
    }
}
