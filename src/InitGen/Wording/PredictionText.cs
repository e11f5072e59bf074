using System;
using InitGen.Activations;
using InitGen.Layers;
using InitGen.Propagation;

namespace InitGen.Wording;

/// <summary>A prediction in a line.</summary>
internal static class PredictionText
{
    // Less than one unit of ten thousand.
    private const double NegligibleFraction = 1e-4;

    // Less than a reader of three digits notices.
    private const double NegligibleSpread = 0.05;

    /// <summary>The prediction of a layer: "activation mean 0.564, std 0.826, likely 0.69 to 0.97, of which 0.62 tells inputs apart;
    /// 50 % of the units inactive; gradient std 0.3 times the last layer's", and of a softmax layer the first cross-entropy.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="predicted">Its prediction.</param>
    public static string Of(ResolvedLayer layer, LayerPrediction predicted)
    {
        if (double.IsNaN(predicted.ActivationStdDev))
        {
            return $"activations unknown{Gradient(predicted)}";
        }

        ActivationFunction function = layer.Activation.Function;
        string state = function.IsSigmoidal ? "saturated" : "inactive";
        double fraction = predicted.SaturatedFraction < NegligibleFraction ? 0 : predicted.SaturatedFraction;
        string units = function.SaturatedIntervals.Count == 0 ? "" : $"; {NumberText.Percent(fraction)} of the units {state}";
        string signal = NumberText.Of(predicted.SignalStdDev);
        string ofWhich = signal == NumberText.Of(predicted.ActivationStdDev) ? "" : $", of which {signal} tells inputs apart";
        string stdDev = StdDev(predicted.ActivationStdDev, predicted.ActivationSpread);
        return $"activation mean {NumberText.Of(predicted.ActivationMean)}, std {stdDev}{ofWhich}{units}"
            + $"{Gradient(predicted)}{FirstLoss(layer, predicted)}";
    }

    private static string FirstLoss(ResolvedLayer layer, LayerPrediction predicted) => layer.Activation.Kind != Activation.Softmax ? ""
        : $"; {LearningText.FirstLoss(layer.Units, predicted.ActivationStdDev)}";

    // That of the last layer is the measure of the others.
    private static string Gradient(LayerPrediction predicted) => predicted is { GradientStdDev: 1, GradientSpread: 0 } ? ""
        : double.IsNaN(predicted.GradientStdDev) ? "; gradient unknown"
        : $"; gradient std {StdDev(predicted.GradientStdDev, predicted.GradientSpread)} times the last layer's";

    /// <summary>A standard deviation and how sure it is: "0.83, likely 0.65 to 1.1" with the range that two of three seeds are in.</summary>
    /// <param name="stdDev">The prediction.</param>
    /// <param name="spread">The standard deviation of its logarithm over seeds.</param>
    private static string StdDev(double stdDev, double spread)
    {
        if (stdDev > float.MaxValue)
        {
            return "overflows a float";
        }

        if (stdDev > 0 && stdDev < float.Epsilon)
        {
            return "0 in a float";
        }

        double center = stdDev * Math.Exp(-spread * spread);
        return NumberText.Of(stdDev) + spread switch
        {
            > SeedSpread.Largest => " (not predictable at this width)",
            > NegligibleSpread => $", likely {NumberText.Of(center * Math.Exp(-spread))} to {NumberText.Of(center * Math.Exp(spread))}",
            _ => "",
        };
    }
}
