namespace InitGen.Wording;

/// <summary>A prediction in a line.</summary>
internal static class PredictionText
{
    /// <summary>The prediction of a layer: "activation mean 0.564, std 0.826; saturated fraction 0.5; relative gradient std 0.3". The
    /// gradients are relative to those of the last layer.</summary>
    /// <param name="predicted">The prediction.</param>
    public static string Of(LayerPrediction predicted) =>
        $"activation mean {NumberText.Of(predicted.ActivationMean)}, std {NumberText.Of(predicted.ActivationStdDev)}; "
        + $"saturated fraction {NumberText.Of(predicted.SaturatedFraction)}; relative gradient std {NumberText.Of(predicted.GradientStdDev)}";
}
