using InitGen.Reporting;

namespace InitGen.Samples.DeepTanh;

/// <summary>A network initialized and measured: what each layer does to 1,000 inputs from N(0, 1), and to gradients from N(0, 1).</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Report">The report on the network alone.</param>
public sealed record Experiment(string Title, SignalReport Report)
{
    private const int InputCount = 1_000;
    private const ulong Seed = 42;

    // What it says stands in reports too, since a program that is built already runs without a word of the compiler.
    private static readonly CompilerLog Compiler = CompilerLog.Load(Path.Combine(AppContext.BaseDirectory, "DeepTanh.sarif"));

    /// <summary>The name of the experiment.</summary>
    public string Name => Report.Networks[0].Name;

    /// <summary>The layers, from the first to the last.</summary>
    public IReadOnlyList<LayerReport> Layers => Report.Networks[0].Layers;

    /// <summary>The five experiments.</summary>
    public static IEnumerable<Experiment> All() =>
    [
        Measure<SmallRandom>("small-random", "tanh, weights from N(0, 0.01²): the signal vanishes"),
        Measure<BigRandom>("big-random", "tanh, weights from N(0, 1): units saturate, gradients explode"),
        Measure<XavierTanh>("xavier-tanh", "tanh, Xavier: the signal arrives"),
        Measure<XavierRelu>("xavier-relu", "ReLU, Xavier: each layer loses half of the variance"),
        Measure<HeRelu>("he-relu", "ReLU, He: the signal arrives"),
    ];

    private static Experiment Measure<TNetwork>(string name, string title)
        where TNetwork : INetwork<TNetwork>
    {
        SignalReportOptions options = new() { Name = name, BatchSize = InputCount, OutputGradientSeed = Seed, CompilerLog = Compiler };
        return new Experiment(title, SignalReport.Measure<TNetwork>(Seed, InputSource.StandardNormal(InputCount, Seed), options));
    }
}
