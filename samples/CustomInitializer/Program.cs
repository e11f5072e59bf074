using System.Globalization;
using System.Text;
using InitGen;
using InitGen.Initialization;
using InitGen.Samples.CustomInitializer;
using MathNet.Numerics.Statistics;

const int InputCount = 1_000;
const ulong Seed = 42;

if (args.Length > 0)
{
    Console.Error.WriteLine($"The arguments '{string.Join(' ', args)}' are not known: the sample takes none.");
    return 2;
}

Console.OutputEncoding = Encoding.UTF8;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

Console.WriteLine("Initializers that draw from distributions of MathNet.Numerics tell the variance of their weights, so the compiler predicts the");
Console.WriteLine("signal behind them. Here 1,000 inputs from N(0, 1) go through ten layers of 500 units, and it is measured.");
Print<LaplaceTanh>("tanh, Laplace weights of variance 1/n: the signal arrives");
Print<StudentTRelu>("ReLU, Student's t weights of variance 2/n: the signal arrives");
Print<SmallLaplaceTanh>("tanh, Laplace weights of standard deviation 0.01: the signal vanishes (INIT3001)");
return 0;

static void Print<TNetwork>(string title)
    where TNetwork : INetwork<TNetwork>
{
    TNetwork network = TNetwork.Create(Seed);
    float[] inputs = new float[InputCount * TNetwork.InputSize];
    Initializers.Normal(inputs, mean: 0, stdDev: 1, Seed, ParameterStream.Of("inputs"));
    LayerStatistics[] measured = new LayerStatistics[TNetwork.Layers.Length];
    network.MeasureForward(inputs, measured);

    Console.WriteLine();
    Console.WriteLine(title);
    Console.WriteLine("layer  weights  predicted        std  predicted");
    for (int i = 0; i < measured.Length; i++)
    {
        LayerInfo layer = TNetwork.Layers[i];
        double weights = layer.Weights(network.Parameters).ToArray().PopulationStandardDeviation();
        Console.WriteLine(
            $"{i + 1,5} {weights,8:G3} {layer.WeightStdDev,10:G3} {measured[i].ActivationStdDev,10:G3} {layer.Predicted.ActivationStdDev,10:G3}");
    }
}
