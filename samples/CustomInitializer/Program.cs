using InitGen;
using InitGen.Reporting;
using InitGen.Samples;
using InitGen.Samples.CustomInitializer;

const int InputCount = 1_000;
const ulong Seed = 42;

return new SampleCommand("Weights from MathNet's distributions, predicted from the variance that they tell.", Print, Report).Invoke(args);

static void Print()
{
    Console.WriteLine("Initializers that draw from distributions of MathNet.Numerics tell the variance of");
    Console.WriteLine("their weights, so the compiler predicts the signal behind them. Here 1,000 inputs");
    Console.WriteLine("from N(0, 1) go through ten layers of 500 units, and it is measured.");
    PrintLayers("tanh, Laplace weights of variance 1/n: the signal arrives", Measure<LaplaceTanh>());
    PrintLayers("ReLU, Student's t weights of variance 2/n: the signal arrives", Measure<StudentTRelu>());
    PrintLayers("tanh, Laplace weights of standard deviation 0.01: the signal vanishes (INIT3001)", Measure<SmallLaplaceTanh>());
}

static SignalReport Report() =>
    SignalReport.Compare(Measure<LaplaceTanh>(), Measure<StudentTRelu>(), Measure<SmallLaplaceTanh>());

static SignalReport Measure<TNetwork>()
    where TNetwork : INetwork<TNetwork> => SignalReport.Measure<TNetwork>(Seed, InputSource.StandardNormal(InputCount, Seed));

static void PrintLayers(string title, SignalReport report)
{
    Console.WriteLine();
    Console.WriteLine(title);
    Console.WriteLine("layer  weights  predicted        std  predicted");
    foreach (LayerReport layer in report.Networks[0].Layers)
    {
        Console.WriteLine(
            $"{layer.Number,5} {layer.WeightStdDev,8:G3} {layer.Info.WeightStdDev,10:G3} "
            + $"{layer.Measured.ActivationStdDev,10:G3} {layer.Predicted.ActivationStdDev,10:G3}");
    }
}
