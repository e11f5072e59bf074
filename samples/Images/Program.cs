using InitGen;
using InitGen.Reporting;
using InitGen.Samples;
using InitGen.Samples.Digits;
using InitGen.Samples.Images;

(DigitData training, DigitData test) = DigitData.Load();
return new SampleCommand("What initialization means for convolutional networks that learn handwritten digits.", Print, Report).Invoke(args);

void Print()
{
    Console.WriteLine($"Three convolutional networks learn {training.Count:N0} handwritten digits as images of 8×8 pixels");
    Console.WriteLine($"({Training.EpochCount} epochs, minibatches of 32). Accuracy is that on {test.Count} other digits.");
    Console.WriteLine();
    Console.WriteLine("network                                    parameters  accuracy");
    Train<Residual>("residual, batch normalization, He");
    Train<ConstantResidual>("residual, batch normalization, 0.1");
    Train<SmallPlain>("plain, σ = 0.01");
}

SignalReport Report() => SignalReport.Compare(
    Measure<Residual>("residual, batch normalization, He"),
    Measure<ConstantResidual>("residual, batch normalization, 0.1"),
    Measure<SmallPlain>("plain, σ = 0.01"));

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
    double accuracy = Training.Run<TNetwork>(training, test, epoch => ShowProgress(name, epoch));
    Console.WriteLine($"{name,-40} {TNetwork.ParameterCount,12:N0} {accuracy,9:P1}");
}

// The bar overwrites itself and goes, so it is for terminals alone.
static void ShowProgress(string name, int epoch)
{
    if (Console.IsOutputRedirected)
    {
        return;
    }

    string bar = new string('█', epoch) + new string('░', Training.EpochCount - epoch);
    Console.Write(epoch < Training.EpochCount ? $"\r{name,-40} {bar} {epoch}/{Training.EpochCount} epochs" : $"\r{new string(' ', 80)}\r");
}
