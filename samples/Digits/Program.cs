using InitGen;
using InitGen.Reporting;
using InitGen.Samples;
using InitGen.Samples.Digits;

(DigitData training, DigitData test) = DigitData.Load();
ProgressBar progress = new(Training.EpochCount, width: 15);
DigitReport report = new(training, Training.InitializationSeed);
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
    report.Measure<ZeroTanh>("tanh, zero"),
    report.Measure<ConstantTanh>("tanh, 0.1"),
    report.Measure<SmallTanh>("tanh, σ = 0.001"),
    report.Measure<BigTanh>("tanh, σ = 1"),
    report.Measure<XavierTanh>("tanh, Xavier"),
    report.Measure<HeTanh>("tanh, He"),
    report.Measure<SparseTanh>("tanh, sparse"),
    report.Measure<ZeroRelu>("ReLU, zero"),
    report.Measure<ConstantRelu>("ReLU, 0.1"),
    report.Measure<SmallRelu>("ReLU, σ = 0.001"),
    report.Measure<BigRelu>("ReLU, σ = 1"),
    report.Measure<XavierRelu>("ReLU, Xavier"),
    report.Measure<HeRelu>("ReLU, He"),
    report.Measure<SparseRelu>("ReLU, sparse"));

void Train<TNetwork>(string name)
    where TNetwork : INetwork<TNetwork>
{
    IReadOnlyList<Checkpoint> checkpoints = Training.Run<TNetwork>(training, test, epoch => progress.Show(name, epoch));
    Console.WriteLine($"{name,-15}" + string.Concat(checkpoints.Select(
        checkpoint => $"{checkpoint.Accuracy,6:P0} {checkpoint.GradientStdDev,8:0.0e+0}")));
}
