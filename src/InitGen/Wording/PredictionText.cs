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
    /// 50 % of the units inactive; gradient std 0.3 times the last layer's", and of a softmax layer the first cross-entropy. Where it depends
    /// on the correlation of positions, which nobody has said: "std 0.61 to 0.83", and at the end by what.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="predicted">Its prediction.</param>
    /// <param name="bounds">Between what it lies; null for a prediction that is one number each.</param>
    public static string Of(ResolvedLayer layer, LayerPrediction predicted, PredictionBounds? bounds)
    {
        PredictionBounds range = bounds ?? new PredictionBounds(predicted, predicted);
        return Of(layer, range) + (bounds is null ? "" : $", {CorrelationText.Reason}");
    }

    private static string Of(ResolvedLayer layer, PredictionBounds range)
    {
        (LayerPrediction lower, LayerPrediction upper) = range;
        if (double.IsNaN(lower.ActivationStdDev))
        {
            return $"activations unknown{Gradient(range)}";
        }

        ActivationFunction function = layer.Activation.Function;
        string state = function.IsSigmoidal ? "saturated" : "inactive";
        string units = function.SaturatedIntervals.Count == 0 ? ""
            : $"; {NumberText.Percents([Visible(lower.SaturatedFraction), Visible(upper.SaturatedFraction)])} of the units {state}";
        string signal = NumberText.Range([lower.SignalStdDev, upper.SignalStdDev]);
        string ofWhich = signal == NumberText.Range([lower.ActivationStdDev, upper.ActivationStdDev]) ? "" : $", of which {signal} tells inputs apart";
        string stdDev = StdDev(lower.ActivationStdDev, upper.ActivationStdDev, upper.ActivationSpread);
        return $"activation mean {NumberText.Range([lower.ActivationMean, upper.ActivationMean])}, std {stdDev}{ofWhich}{units}"
            + $"{Gradient(range)}{FirstLoss(layer, range)}";
    }

    private static double Visible(double fraction) => fraction < NegligibleFraction ? 0 : fraction;

    private static string FirstLoss(ResolvedLayer layer, PredictionBounds range) => layer.Activation.Kind != Activation.Softmax ? ""
        : $"; {LearningText.FirstLoss(layer.Units, range.Lower.ActivationStdDev, range.Upper.ActivationStdDev)}";

    // That of the last layer is the measure of the others.
    private static string Gradient(PredictionBounds range) => range.Upper is { GradientStdDev: 1, GradientSpread: 0 } ? ""
        : double.IsNaN(range.Lower.GradientStdDev) ? "; gradient unknown"
        : $"; gradient std {StdDev(range.Lower.GradientStdDev, range.Upper.GradientStdDev, range.Upper.GradientSpread)} times the last layer's";

    /// <summary>A standard deviation and how sure it is: "0.83, likely 0.65 to 1.1" with the range that two of three seeds are in.</summary>
    /// <param name="lower">The least that it is predicted to be.</param>
    /// <param name="upper">The largest; mostly the same.</param>
    /// <param name="spread">The standard deviation of its logarithm over seeds.</param>
    private static string StdDev(double lower, double upper, double spread)
    {
        string least = InFloats(lower);
        string largest = InFloats(upper);
        if (lower > float.MaxValue || (upper > 0 && upper < float.Epsilon))
        {
            return largest;
        }

        double center = Math.Exp(-spread * spread);
        return (least == largest ? least : $"{least} to {largest}") + spread switch
        {
            > SeedSpread.Largest => " (not predictable at this width)",
            > NegligibleSpread => $", likely {NumberText.Of(lower * center * Math.Exp(-spread))} to {NumberText.Of(upper * center * Math.Exp(spread))}",
            _ => "",
        };
    }

    private static string InFloats(double stdDev) =>
        stdDev > float.MaxValue ? "overflows a float" : stdDev > 0 && stdDev < float.Epsilon ? "0 in a float" : NumberText.Of(stdDev);
}
