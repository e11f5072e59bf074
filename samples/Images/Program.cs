using InitGen;
using InitGen.Reporting;
using InitGen.Samples;
using InitGen.Samples.Digits;
using InitGen.Samples.Images;

(DigitData training, DigitData test) = DigitData.Load();
ProgressBar progress = new(Training.EpochCount, width: 15);
DigitReport report = new(training, Training.InitializationSeed);
return new SampleCommand("What initialization means for convolutional networks that learn handwritten digits.", Print, Report).Invoke(args);

void Print()
{
    Console.WriteLine($"Three convolutional networks learn {training.Count:N0} handwritten digits as images of 8×8 pixels");
    Console.WriteLine($"({Training.EpochCount} epochs, minibatches of 32; the residual ones have batch normalization). Accuracy is that");
    Console.WriteLine($"on {test.Count} other digits.");
    Console.WriteLine();
    Console.WriteLine("network           parameters  accuracy");
    Train<Residual>("residual, He");
    Train<ConstantResidual>("residual, 0.1");
    Train<SmallPlain>("plain, σ = 0.01");
}

SignalReport Report() => SignalReport.Compare(
    report.Measure<Residual>("residual, He"),
    report.Measure<ConstantResidual>("residual, 0.1"),
    report.Measure<SmallPlain>("plain, σ = 0.01"));

void Train<TNetwork>(string name)
    where TNetwork : INetwork<TNetwork>
{
    double accuracy = Training.Run<TNetwork>(training, test, epoch => progress.Show(name, epoch));
    Console.WriteLine($"{name,-15} {TNetwork.ParameterCount,12:N0} {accuracy,9:P1}");
}
