using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using InitGen.Propagation;
using InitGen.Wording;

namespace InitGen.Reporting;

/// <summary>Says in words what is wrong with a signal, by the thresholds that the compiler's warnings have.</summary>
internal static class SignalFindings
{
    // Of a normal distribution, all but 0.3 % is within so many standard deviations.
    private const double LargestDeviation = 3;

    // From a factor of 2 on, a prediction says little.
    private const double LargestSpread = 0.7;

    /// <summary>All that is wrong as measured: values that are no numbers, units that copy each other, then the first place where the
    /// signal leaves its thresholds or its prediction. What is seen behind that place is its consequence.</summary>
    /// <param name="network">The network.</param>
    /// <param name="lastBias">A bias of its last layer.</param>
    public static IEnumerable<Finding> Of(NetworkReport network, double lastBias)
    {
        IReadOnlyList<LayerReport> layers = network.Layers;
        if (network.InputNonFiniteCount > 0)
        {
            yield return new Finding(
                FindingKind.NonFiniteValues,
                0,
                $"{NumberText.Of(network.InputNonFiniteCount)} values of the inputs are NaN or infinite.",
                "Leave these inputs out, or fill in what is missing.",
                RuleId: null);
        }
        else if (layers.FirstOrDefault(layer => layer.Measured.NonFiniteCount > 0) is { } spoiled)
        {
            yield return new Finding(
                FindingKind.NonFiniteValues,
                spoiled.Number,
                $"{ReportText.Place(spoiled)}: {NumberText.Of(spoiled.Measured.NonFiniteCount)} values are NaN or infinite: "
                    + "the signal overflows.",
                "Use smaller weights up to this layer, or smaller inputs.",
                "INIT3002");
        }

        LayerReport? told = network.Seed is null ? null : layers.FirstOrDefault(IsToldOtherwise);
        if (told is not null)
        {
            yield return OfWeights(told);
        }

        LayerReport[] copied = [.. layers.SkipLast(1).Where(layer => layer.CopiedUnits > 0)];
        if (copied.Length > 0)
        {
            yield return OfCopies(copied);
        }

        var signal = new CrossedSignal(network, network.InputMean, network.InputStdDev, isPredicted: false);
        ThresholdCrossing? crossing = signal.FindFirst(lastBias);
        LayerReport? silent = layers.FirstOrDefault(layer => layer.Measured.PreActivationStdDev == 0 && !IsZeroOutput(network, layer));
        if (crossing is { IsHarmless: false } && (silent is null || (!crossing.IsOfGradient && crossing.Layer + 1 < silent.Number)))
        {
            yield return signal.Describe(crossing);
        }
        else if (silent is not null)
        {
            yield return new Finding(
                FindingKind.NoSignal,
                silent.Number,
                $"{ReportText.Place(silent)}: all units give the same for every input, so that no signal passes.",
                "Use weights that are not 0, such as those of Init.Auto.",
                "INIT3001");
        }
        else if (told is null && layers.FirstOrDefault(layer => Deviates(network, layer)) is { } deviating)
        {
            yield return OfDeviation(network, deviating);
        }
    }

    /// <summary>What is wrong as predicted; null where nothing is.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputMean">The mean of the inputs that the prediction assumed.</param>
    /// <param name="inputStdDev">Their standard deviation.</param>
    public static Finding? OfPrediction(NetworkReport network, double inputMean, double inputStdDev)
    {
        // A mean of pre-activations is a bias: weights have the mean 0.
        var signal = new CrossedSignal(network, inputMean, inputStdDev, isPredicted: true);
        ThresholdCrossing? crossing = signal.FindFirst(network.Layers[^1].Predicted.PreActivationMean);
        return crossing is { IsHarmless: false } ? signal.Describe(crossing) : null;
    }

    private static Finding OfCopies(LayerReport[] copied)
    {
        LayerReport first = copied[0];
        string others = copied.Length > 1
            ? string.Create(CultureInfo.InvariantCulture, $" (and {copied.Length - 1} more layer{(copied.Length > 2 ? "s" : "")} alike)")
            : "";
        string fate = first.InseparableUnits > 0
            ? "no training parts "
                + (first.InseparableUnits == first.CopiedUnits ? "them" : $"{NumberText.Of((long)first.InseparableUnits)} of them")
            : "only their gradients part them";
        return new Finding(
            FindingKind.CopiedUnits,
            first.Number,
            $"{ReportText.Place(first)}: {NumberText.Of((long)first.CopiedUnits)} of {NumberText.Of((long)first.Info.Units)} units are "
                + $"exact copies of another{others}; {fate}.",
            "Initialize with random weights, such as those of Init.Auto.",
            first.WeightStdDev == 0 && first.Info.Init == Init.Zeros ? "INIT2001" : "INIT2002");
    }

    private static Finding OfWeights(LayerReport layer)
    {
        string mean = NumberText.Of(layer.WeightMean);
        string stdDev = NumberText.Of(layer.WeightStdDev);
        return new(
            FindingKind.Deviation,
            layer.Number,
            $"{ReportText.Place(layer)}: the weights have a mean of {mean} and a standard deviation of {stdDev}, where [WeightVariance] tells "
                + $"{NumberText.Of(layer.Info.WeightMean)} and {NumberText.Of(layer.Info.WeightStdDev)}.",
            $"Tell what is drawn, a variance of {NumberText.Of(layer.WeightStdDev * layer.WeightStdDev)} and Mean = {mean}, or draw what is told.",
            RuleId: null);
    }

    private static Finding OfDeviation(NetworkReport network, LayerReport layer) => new(
        FindingKind.Deviation,
        layer.Number,
        $"{ReportText.Place(layer)}: the activations' standard deviation is {NumberText.Of(layer.Measured.ActivationStdDev)}, where "
            + $"{ReportText.Predicted(layer.Info, static predicted => predicted.ActivationStdDev, static number => ReportText.Predicted(number))} was predicted.",
        $"Declare the inputs as they are (InputMean = {NumberText.Of(network.InputMean)}, "
            + $"InputStdDev = {NumberText.Of(network.InputStdDev)}) and initialize the weights as declared.",
        RuleId: null);

    /// <summary>Whether a custom initializer draws other weights than it tells of: by more than chance makes out of so many, and than
    /// anybody rounds off.</summary>
    private static bool IsToldOtherwise(LayerReport layer)
    {
        double toldStdDev = layer.Info.WeightStdDev;
        if (layer.Info.Init != Init.Custom || double.IsNaN(toldStdDev))
        {
            return false;
        }

        double tolerance = CrossedSignal.Tolerance + (LargestDeviation / Math.Sqrt(layer.Info.WeightCount));
        return Math.Abs(layer.WeightMean - layer.Info.WeightMean) > tolerance * toldStdDev
            || Math.Abs(layer.WeightStdDev - toldStdDev) > tolerance * toldStdDev;
    }

    /// <summary>Whether a layer is a last one that starts from equal outputs, as many want it, and learns: its weights get a
    /// gradient.</summary>
    private static bool IsZeroOutput(NetworkReport network, LayerReport layer) =>
        layer.Number == network.Layers.Count && layer.Gradient.WeightGradientStdDev > 0;

    /// <summary>Whether the activations differ from their prediction by more than chance makes out: that of the seed, in layers of this
    /// width, and that of the inputs, of which N give the logarithm of a standard deviation one of about 1/√(2N).</summary>
    private static bool Deviates(NetworkReport network, LayerReport layer)
    {
        double spread = ReportText.Largest(layer.Info).ActivationSpread;
        double beyondLeast = Math.Log(layer.Measured.ActivationStdDev / ReportText.Least(layer.Info).ActivationStdDev) + (spread * spread);
        double beyondLargest = Math.Log(layer.Measured.ActivationStdDev / ReportText.Largest(layer.Info).ActivationStdDev) + (spread * spread);
        double chance = Math.Sqrt((spread * spread) + (0.5 / network.InputCount));

        // Inputs that are not normal make up to the tolerance of a difference.
        double tolerance = (LargestDeviation * chance) + CrossedSignal.Tolerance;
        return spread <= LargestSpread && (beyondLeast < -tolerance || beyondLargest > tolerance);
    }
}
