using System;
using InitGen.Propagation;

namespace InitGen.Wording;

/// <summary>What is predicted of a network's training, as hovers and reports say it.</summary>
internal static class LearningText
{
    // The rates at which networks were trained to see what the prediction is worth: docs/accuracy.md.
    private const double SmallestTried = 1e-4;
    private const double LargestTried = 10;

    /// <summary>The learning rates: "SGD learns best at rates from about 0.0052 to 0.31"; null where they are unknown. Of a window that is
    /// outside of all rates in use only the end is said that is on their side.</summary>
    /// <param name="rates">The rates.</param>
    public static string? Rates(LearningRateWindow rates)
    {
        if (!(rates.Smallest > 0 && rates.Largest > 0))
        {
            return null;
        }

        string smallest = NumberText.Approximate(rates.Smallest);
        string largest = NumberText.Approximate(rates.Largest);
        return rates.Smallest >= rates.Largest
            ? $"SGD learns at hardly any rate: below about {smallest} too slowly, and above {largest} it diverges"
            : rates.Largest < SmallestTried ? $"SGD diverges at rates above about {largest}"
            : rates.Smallest > LargestTried ? $"SGD learns too slowly at rates below about {smallest}"
            : $"SGD learns best at rates from about {smallest} to {largest}";
    }

    /// <summary>The loss that a classifier starts from: "first cross-entropy 2.6, of equal logits ln 10 = 2.3".</summary>
    /// <param name="classes">The number of classes.</param>
    /// <param name="logitStdDev">The standard deviation of the logits.</param>
    public static string FirstLoss(int classes, double logitStdDev) => FirstLoss(classes, logitStdDev, logitStdDev);

    /// <summary>The same where the standard deviation of the logits is between two: "first cross-entropy 2.4 to 2.6, …".</summary>
    /// <param name="classes">The number of classes.</param>
    /// <param name="least">The least standard deviation of the logits.</param>
    /// <param name="largest">The largest.</param>
    public static string FirstLoss(int classes, double least, double largest) =>
        $"first cross-entropy {NumberText.Range([FirstCrossEntropy.Of(classes, least), FirstCrossEntropy.Of(classes, largest)])}, {EqualLogits(classes)}";

    /// <summary>What that loss is at least: "of equal logits ln 10 = 2.3".</summary>
    /// <param name="classes">The number of classes.</param>
    public static string EqualLogits(int classes) => $"of equal logits ln {NumberText.Of((long)classes)} = {NumberText.Of(Math.Log(classes))}";
}
