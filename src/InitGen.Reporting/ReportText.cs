using System;
using System.Globalization;
using System.Linq;
using InitGen.Wording;

namespace InitGen.Reporting;

/// <summary>What reports say in the same words wherever they are shown.</summary>
internal static class ReportText
{
    // Below, a percentage has more zeros than digits.
    private const double LeastPercentage = 1e-4;

    /// <summary>Where the weights come from: "seed 42".</summary>
    /// <param name="network">The network.</param>
    public static string Start(NetworkReport network) =>
        network.Seed is { } seed ? string.Create(CultureInfo.InvariantCulture, $"seed {seed}") : "measured as it is";

    /// <summary>The inputs: "1,000 inputs of mean 0 and std 1".</summary>
    /// <param name="network">The network.</param>
    public static string Inputs(NetworkReport network) =>
        $"{Count(network.InputCount, "input")} of mean {NumberText.Of(network.InputMean)} and std {NumberText.Of(network.InputStdDev)}";

    /// <summary>What is to be expected of its training: "SGD learns best at rates from about 0.0052 to 0.31; first cross-entropy 2.6 (predicted
    /// 2.58), of equal logits ln 10 = 2.3"; empty where nothing is known.</summary>
    /// <param name="network">The network.</param>
    public static string Outlook(NetworkReport network)
    {
        int classes = network.Layers[^1].Info.Units;
        string? firstLoss = double.IsNaN(network.FirstCrossEntropy) ? null
            : $"first cross-entropy {NumberText.Of(network.FirstCrossEntropy)} (predicted {PredictedFirstLoss(network)}), "
                + LearningText.EqualLogits(classes);
        return string.Join("; ", new[] { LearningText.Rates(network.LearningRates), firstLoss }.OfType<string>());
    }

    private static string PredictedFirstLoss(NetworkReport network)
    {
        LayerInfo last = network.Layers[^1].Info;
        return Predicted(last, predicted => Propagation.FirstCrossEntropy.Of(last.Units, predicted.ActivationStdDev), NumberText.Of);
    }

    /// <summary>The initializer of a layer's weights; "–" without weights.</summary>
    public static string Initializer(LayerInfo layer) => layer.WeightCount == 0 ? "–" : layer.Init.ToString();

    /// <summary>A figure of a layer's weights; "–" without weights.</summary>
    public static string OfWeights(LayerInfo layer, string figure) => layer.WeightCount == 0 ? "–" : figure;

    /// <summary>A number of things: "1 layer", "2 layers".</summary>
    public static string Count(long count, string thing) => $"{NumberText.Of(count)} {thing}{(count == 1 ? "" : "s")}";

    /// <summary>A layer: "Layer 3 'Hidden.2'".</summary>
    public static string Place(LayerReport layer) => string.Create(CultureInfo.InvariantCulture, $"Layer {layer.Number} '{layer.Name}'");

    /// <summary>A fraction in percent as tables have it, no longer than "12.3 %": below a hundredth of a percent it is 0.</summary>
    /// <param name="fraction">The fraction, of 1.</param>
    public static string PercentCell(double fraction) => NumberText.Percent(Math.Round(fraction, 4));

    /// <summary>The cells of a network's last line in a table of its layers: no shape and no activation, then what all layers
    /// cost.</summary>
    /// <param name="network">The network.</param>
    public static string[] Totals(NetworkReport network) =>
    [
        "",
        "",
        NumberText.Of((long)network.ParameterCount),
        Bytes(network.ParameterBytes),
        NumberText.Of(network.MultiplyAdds),
    ];

    /// <summary>A ratio: "0.238 %", "2.4e-07", "350 times".</summary>
    public static string Share(double ratio) =>
        double.IsNaN(ratio) || ratio is > 0 and < LeastPercentage ? NumberText.Of(ratio)
        : ratio < 1 ? NumberText.Percent(ratio)
        : $"{NumberText.Of(ratio)} times";

    /// <summary>A ratio of something: "0.238 % of the input's", "350 times the input's".</summary>
    public static string ShareOf(double ratio, string whole) => ratio < 1 ? $"{Share(ratio)} of {whole}" : $"{Share(ratio)} {whole}";

    /// <summary>By what something changes from layer to layer: "; it shrinks by a factor of 0.71 a layer"; empty where that says
    /// nothing.</summary>
    /// <param name="ratio">By what it changes in all.</param>
    /// <param name="layers">In how many layers.</param>
    public static string Change(double ratio, int layers) =>
        layers < 2 || ratio == 0 || !double.IsFinite(ratio) ? "" : $"; it {ChangePerLayer(ratio, layers)}";

    /// <summary>The same without "it": "shrinks by a factor of 0.71 a layer".</summary>
    public static string ChangePerLayer(double ratio, int layers) =>
        $"{(ratio < 1 ? "shrinks" : "grows")} by a factor of {NumberText.Of(Math.Pow(ratio, 1.0 / layers))} a layer";

    /// <summary>A predicted number; in words where no float can be it.</summary>
    /// <param name="number">The number.</param>
    /// <param name="text">How numbers read; null for plain text.</param>
    public static string Predicted(double number, Func<double, string>? text = null) =>
        number > float.MaxValue ? "overflows a float"
        : number is > 0 and < float.Epsilon / 2.0 ? "0 as a float"
        : (text ?? NumberText.Of)(number);

    /// <summary>A predicted figure of a layer: "0.83"; where only bounds are known, "0.61 to 0.83".</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="text">How it reads.</param>
    public static string Predicted(LayerInfo layer, Func<LayerPrediction, double> figure, Func<double, string> text)
    {
        string least = text(figure(Least(layer)));
        string largest = text(figure(Largest(layer)));
        return least == largest ? least : $"{least} to {largest}";
    }

    /// <summary>The least of what is predicted to be possible.</summary>
    public static LayerPrediction Least(LayerInfo layer) => layer.PredictedBounds?.Lower ?? layer.Predicted;

    /// <summary>The largest of what is predicted to be possible.</summary>
    public static LayerPrediction Largest(LayerInfo layer) => layer.PredictedBounds?.Upper ?? layer.Predicted;

    /// <summary>An amount of memory: "785 B", "2.59 MB".</summary>
    public static string Bytes(long bytes)
    {
        string[] units = ["B", "kB", "MB", "GB"];
        double amount = bytes;
        int unit = 0;
        while (amount >= 999.5 && unit < units.Length - 1)
        {
            amount /= 1000;
            unit++;
        }

        return $"{NumberText.Of(amount)} {units[unit]}";
    }

    /// <summary>Where the compiler said something: "Networks.cs(12,5)"; empty where that is not known.</summary>
    public static string Place(CompilerDiagnostic diagnostic) => diagnostic.File is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{diagnostic.File}({diagnostic.Line},{diagnostic.Column})");

    /// <summary>Where the figures come from, beside the seed: "inputs from N(0, 1), seed 42; …".</summary>
    public static string Provenance(Provenance provenance)
    {
        string inputs = provenance.Inputs.Length > 0 ? $"Inputs: {provenance.Inputs}. " : "";
        string date = provenance.Date is { } day
            ? string.Create(CultureInfo.InvariantCulture, $", on {day.UtcDateTime:yyyy-MM-dd HH:mm} UTC")
            : "";
        string vectors = provenance.VectorBits > 0 ? $" with vectors of {NumberText.Of((long)provenance.VectorBits)} bits" : "";
        return $"{inputs}Gradients at the output: {provenance.OutputGradients}. Measured by InitGen {provenance.Version} under "
            + $"{provenance.Framework} on {provenance.Architecture}{vectors}{date}.";
    }
}
