using InitGen;
using InitGen.Reporting;
using InitGen.Samples;
using InitGen.Samples.Digits;

(DigitData training, DigitData test) = DigitData.Load();
return new SampleCommand("What seven initializations mean for learning handwritten digits.", Print, Report).Invoke(args);

void Print()
{
    Console.WriteLine($"Five hidden layers of 64 units learn {training.Count:N0} handwritten digits (minibatches of 32,");
    Console.WriteLine($"learning rate 0.05), from seven initializations. Accuracy is that on {test.Count} other");
    Console.WriteLine("digits; gradient is its standard deviation at the first layer.");
    Console.WriteLine("NaN: the weights have grown beyond all bounds.");
    Console.WriteLine();
    Console.WriteLine("                     epoch 0        epoch 1        epoch 5       epoch 20");
    Console.WriteLine("network          acc. gradient  acc. gradient  acc. gradient  acc. gradient");
    Train<ZeroTanh>("tanh, zero");
    Train<ConstantTanh>("tanh, 0.1");
    Train<SmallTanh>("tanh, σ = 0.001");
    Train<BigTanh>("tanh, σ = 1");
    Train<XavierTanh>("tanh, Xavier");
    Train<HeTanh>("tanh, He");
    Train<SparseTanh>("tanh, sparse");
    Train<ZeroRelu>("ReLU, zero");
    Train<ConstantRelu>("ReLU, 0.1");
    Train<SmallRelu>("ReLU, σ = 0.001");
    Train<BigRelu>("ReLU, σ = 1");
    Train<XavierRelu>("ReLU, Xavier");
    Train<HeRelu>("ReLU, He");
    Train<SparseRelu>("ReLU, sparse");
}

SignalReport Report() => SignalReport.Compare(
    Measure<ZeroTanh>("tanh, zero"),
    Measure<ConstantTanh>("tanh, 0.1"),
    Measure<SmallTanh>("tanh, σ = 0.001"),
    Measure<BigTanh>("tanh, σ = 1"),
    Measure<XavierTanh>("tanh, Xavier"),
    Measure<HeTanh>("tanh, He"),
    Measure<SparseTanh>("tanh, sparse"),
    Measure<ZeroRelu>("ReLU, zero"),
    Measure<ConstantRelu>("ReLU, 0.1"),
    Measure<SmallRelu>("ReLU, σ = 0.001"),
    Measure<BigRelu>("ReLU, σ = 1"),
    Measure<XavierRelu>("ReLU, Xavier"),
    Measure<HeRelu>("ReLU, He"),
    Measure<SparseRelu>("ReLU, sparse"));

// Before training: the images forward, the gradients of their loss backward.
SignalReport Measure<TNetwork>(string name)
    where TNetwork : INetwork<TNetwork> => SignalReport.Measure<TNetwork>(Training.InitializationSeed, training.Pixels, new SignalReportOptions
    {
        Name = name,
        OutputGradient = (firstImage, logits, gradients) => SoftmaxCrossEntropy.Evaluate(
            logits, training.Labels.AsSpan((int)firstImage, logits.Length / DigitData.ClassCount), gradients),
    });

void Train<TNetwork>(string name)
    where TNetwork : INetwork<TNetwork>
{
    IReadOnlyList<Checkpoint> checkpoints = Training.Run<TNetwork>(training, test, epoch => ShowProgress(name, epoch));
    Console.WriteLine($"{name,-15}" + string.Concat(checkpoints.Select(
        checkpoint => $"{checkpoint.Accuracy,6:P0} {checkpoint.GradientStdDev,8:0.0e+0}")));
}

// The bar overwrites itself and goes, so it is for terminals alone.
static void ShowProgress(string name, int epoch)
{
    if (Console.IsOutputRedirected)
    {
        return;
    }

    string bar = new string('█', epoch) + new string('░', Training.EpochCount - epoch);
    Console.Write(epoch < Training.EpochCount ? $"\r{name,-15} {bar} {epoch}/{Training.EpochCount} epochs" : $"\r{new string(' ', 60)}\r");
}
