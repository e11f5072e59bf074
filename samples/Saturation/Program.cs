using System.Globalization;
using System.Text;
using InitGen;
using InitGen.Activations;
using InitGen.Initialization;
using InitGen.Reporting;
using InitGen.Samples;
using InitGen.Samples.Saturation;

const ulong Seed = 42;
const double NoSlope = 0; // only a leaky ReLU has one
const int Rows = 50; // 50 rows of 200 units: 10,000 draws of z

Console.OutputEncoding = Encoding.UTF8;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

switch (args)
{
    case []:
        break;

    case ["--report", var path]:
        return ReportFile.Save(
            () => SignalReport.Compare(
                Measure<UnitTanh>("tanh, U(±1)"),
                Measure<RootTanh>("tanh, U(±1/√n)"),
                Measure<GlorotTanh>("tanh, Xavier"),
                Measure<UnitLogistic>("logistic, U(±1)"),
                Measure<RootLogistic>("logistic, U(±1/√n)"),
                Measure<GlorotLogistic>("logistic, Xavier")),
            path);

    default:
        Console.Error.WriteLine($"The arguments '{string.Join(' ', args)}' are not known: give none for tables, or --report and a file.");
        return 2;
}

PrintDerivatives();
Console.WriteLine();
Console.WriteLine("The densities of z, g(z) and g'(z) for 200 inputs from N(0, 1), 10,000 draws. Where g'(z) is near 0, nothing is learned.");
Print<UnitTanh>("tanh, weights from U(-1, 1)");
Print<RootTanh>("tanh, weights from U(±1/√n)");
Print<GlorotTanh>("tanh, weights from U(±√6/√(n+m))");
Print<UnitLogistic>("logistic, weights from U(-1, 1)");
Print<RootLogistic>("logistic, weights from U(±1/√n)");
Print<GlorotLogistic>("logistic, weights from U(±4·√6/√(n+m))");
return 0;

static SignalReport Measure<TNetwork>(string name)
    where TNetwork : INetwork<TNetwork> =>
    SignalReport.Measure<TNetwork>(Seed, InputSource.StandardNormal(Rows, Seed), new SignalReportOptions { Name = name });

static void PrintDerivatives()
{
    ActivationFunction tanh = ActivationFunction.Of(Activation.Tanh, NoSlope);
    ActivationFunction logistic = ActivationFunction.Of(Activation.Sigmoid, NoSlope);
    Console.WriteLine("The derivative that a unit multiplies its gradient with:");
    Console.WriteLine("    z        tanh'(z)                            logistic'(z)");
    for (int z = -20; z <= 20; z++)
    {
        Console.WriteLine($"{z,5}  {tanh.Derivative(z),14:G6} {Bar(tanh.Derivative(z)),-20} {logistic.Derivative(z),14:G6} {Bar(logistic.Derivative(z)),-20}");
    }

    static string Bar(double derivative) => new('█', (int)Math.Round(20 * derivative));
}

static void Print<TNetwork>(string title)
    where TNetwork : INetwork<TNetwork>
{
    float[] parameters = new float[TNetwork.ParameterCount];
    TNetwork network = TNetwork.Create(parameters);
    network.Initialize(Seed);
    float[] inputs = new float[Rows * TNetwork.InputSize];
    Initializers.Normal(inputs, mean: 0, stdDev: 1, Seed, ParameterStream.Of("inputs"));

    LayerStatistics[] statistics = new LayerStatistics[1];
    network.MeasureForward(inputs, statistics);
    float[] z = new float[Rows * TNetwork.OutputSize];
    new PreActivations(parameters).Forward(inputs, z);
    ActivationFunction g = ActivationFunction.Of(TNetwork.Layers[0].Activation, NoSlope);

    LayerPrediction predicted = TNetwork.Layers[0].Predicted;
    InitGen.Mathematics.Interval range = g.Range ?? throw new InvalidOperationException($"{TNetwork.Layers[0].Activation} is not bounded.");
    Console.WriteLine();
    Console.WriteLine($"{title}: saturated {predicted.SaturatedFraction:P1} predicted, {statistics[0].SaturatedFraction:P1} measured");
    double widest = 4 * predicted.PreActivationStdDev;
    PrintDensity("z", z.Select(value => (double)value), -widest, widest);
    PrintDensity("g(z)", z.Select(value => g.Value(value)), range.Lower, range.Upper);
    PrintDensity("g'(z)", z.Select(value => g.Derivative(value)), 0, g.DerivativeBound);
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
