using InitGen;
using InitGen.Reporting;
using InitGen.Samples;
using InitGen.Samples.Saturation;

const ulong Seed = 42;
const int Rows = 50; // 50 rows of 200 units: 10,000 draws of z

return new SampleCommand("Why layers saturate: the densities of z, g(z) and g'(z) of one layer of 200 units.", Print, Report).Invoke(args);

static void Print()
{
    PrintDerivatives();
    Console.WriteLine();
    Console.WriteLine("The densities of z, g(z) and g'(z) for 200 inputs from N(0, 1), 10,000 draws.");
    Console.WriteLine("Where g'(z) is near 0, nothing is learned.");
    PrintDensities<UnitTanh>(SquashingFunction.Tanh, "tanh, weights from U(-1, 1)");
    PrintDensities<RootTanh>(SquashingFunction.Tanh, "tanh, weights from U(±1/√n)");
    PrintDensities<GlorotTanh>(SquashingFunction.Tanh, "tanh, weights from U(±√6/√(n+m))");
    PrintDensities<UnitLogistic>(SquashingFunction.Logistic, "logistic, weights from U(-1, 1)");
    PrintDensities<RootLogistic>(SquashingFunction.Logistic, "logistic, weights from U(±1/√n)");
    PrintDensities<GlorotLogistic>(SquashingFunction.Logistic, "logistic, weights from U(±4·√6/√(n+m))");
}

static SignalReport Report() => SignalReport.Compare(
    Measure<UnitTanh>("tanh, U(±1)"),
    Measure<RootTanh>("tanh, U(±1/√n)"),
    Measure<GlorotTanh>("tanh, Xavier"),
    Measure<UnitLogistic>("logistic, U(±1)"),
    Measure<RootLogistic>("logistic, U(±1/√n)"),
    Measure<GlorotLogistic>("logistic, Xavier"));

static SignalReport Measure<TNetwork>(string name)
    where TNetwork : INetwork<TNetwork> =>
    SignalReport.Measure<TNetwork>(Seed, InputSource.StandardNormal(Rows, Seed), new SignalReportOptions { Name = name });

static void PrintDerivatives()
{
    Console.WriteLine("The derivative that a unit multiplies its gradient with:");
    Console.WriteLine($"{"z",5} {"tanh'(z)",12} {"",20} {"logistic'(z)",12}");
    for (int z = -20; z <= 20; z++)
    {
        double tanh = SquashingFunction.Tanh.Derivative(z);
        double logistic = SquashingFunction.Logistic.Derivative(z);
        Console.WriteLine($"{z,5} {tanh,12:G6} {Bar(tanh),-20} {logistic,12:G6} {Bar(logistic)}".TrimEnd());
    }

    static string Bar(double derivative) => new('█', (int)Math.Round(20 * derivative));
}

static void PrintDensities<TNetwork>(SquashingFunction g, string title)
    where TNetwork : INetwork<TNetwork>
{
    float[] parameters = new float[TNetwork.ParameterCount];
    TNetwork network = TNetwork.Create(parameters);
    network.Initialize(Seed);
    float[] inputs = new float[Rows * TNetwork.InputSize];
    Initializers.Normal(inputs, mean: 0, stdDev: 1, Seed, stream: 0);

    LayerStatistics[] statistics = new LayerStatistics[1];
    network.MeasureForward(inputs, statistics);
    float[] z = new float[Rows * TNetwork.OutputSize];
    new PreActivations(parameters).Forward(inputs, z);

    LayerPrediction predicted = TNetwork.Layers[0].Predicted;
    Console.WriteLine();
    Console.WriteLine($"{title}: saturated {predicted.SaturatedFraction:P1} predicted, {statistics[0].SaturatedFraction:P1} measured");
    double widest = 4 * predicted.PreActivationStdDev;
    PrintDensity("z", z.Select(value => (double)value), -widest, widest);
    PrintDensity("g(z)", z.Select(value => g.Value(value)), g.Lower, 1);
    PrintDensity("g'(z)", z.Select(value => g.Derivative(value)), 0, g.HighestSlope);
}

static void PrintDensity(string name, IEnumerable<double> values, double lower, double upper)
{
    long[] counts = new long[60];
    foreach (double value in values)
    {
        int bin = (int)((value - lower) / (upper - lower) * counts.Length);
        counts[Math.Clamp(bin, 0, counts.Length - 1)]++;
    }

    Console.WriteLine($"  {name,-5} {lower,6:G3} |{Sparkline.Of(counts)}| {upper:G3}");
}
