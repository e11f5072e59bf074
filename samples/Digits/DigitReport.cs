using InitGen.Reporting;

namespace InitGen.Samples.Digits;

/// <summary>Measures networks on the digits before training.</summary>
/// <param name="training">The images.</param>
/// <param name="seed">The seed of all weights.</param>
public sealed class DigitReport(DigitData training, ulong seed)
{
    /// <summary>Takes the images forward, and the gradients of their loss backward.</summary>
    /// <typeparam name="TNetwork">A network of 64 inputs and 10 logits.</typeparam>
    /// <param name="name">The name of the network.</param>
    public SignalReport Measure<TNetwork>(string name)
        where TNetwork : INetwork<TNetwork> => SignalReport.Measure<TNetwork>(seed, training.Pixels, new SignalReportOptions
        {
            Name = name,
            OutputGradient = (firstImage, logits, gradients) => SoftmaxCrossEntropy.Evaluate(
                logits, training.Labels.AsSpan((int)firstImage, logits.Length / DigitData.ClassCount), gradients),
        });
}
