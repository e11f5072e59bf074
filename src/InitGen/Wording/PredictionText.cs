namespace InitGen.Wording;

/// <summary>A prediction in a line.</summary>
public static class PredictionText
{
    /// <summary>The prediction of a layer: "activation mean 0.564, std 0.826; saturated fraction 0.5; gradient std 1".</summary>
    /// <param name="predicted">The prediction.</param>
    public static string Of(LayerPrediction predicted) =>
        $"activation mean {NumberText.Of(predicted.ActivationMean)}, std {NumberText.Of(predicted.ActivationStdDev)}; "
        + $"saturated fraction {NumberText.Of(predicted.SaturatedFraction)}; gradient std {NumberText.Of(predicted.GradientStdDev)}";
}
