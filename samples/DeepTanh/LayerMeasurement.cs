using InitGen.Reporting;

namespace InitGen.Samples.DeepTanh;

/// <summary>One layer, measured and predicted, as <c>--json</c> prints it.</summary>
/// <param name="Layer">Its number, from 1.</param>
/// <param name="Mean">The mean of its activations.</param>
/// <param name="StdDev">Their standard deviation.</param>
/// <param name="PredictedStdDev">The one that was predicted at compile time.</param>
/// <param name="SaturatedFraction">The fraction of the activations that pass less than 1 % of the gradient; for ReLU, the inactive
/// ones.</param>
/// <param name="GradientStdDev">The standard deviation of dL/dz, relative to the last layer's.</param>
/// <param name="PredictedGradientStdDev">The one that was predicted at compile time.</param>
public sealed record LayerMeasurement(
    int Layer,
    double Mean,
    double StdDev,
    double PredictedStdDev,
    double SaturatedFraction,
    double GradientStdDev,
    double PredictedGradientStdDev)
{
    /// <summary>The figures of a layer of a report.</summary>
    /// <param name="layer">The layer.</param>
    public static LayerMeasurement Of(LayerReport layer) => new(
        layer.Number,
        layer.Measured.ActivationMean,
        layer.Measured.ActivationStdDev,
        layer.Predicted.ActivationStdDev,
        layer.Measured.SaturatedFraction,
        layer.GradientStdDev,
        layer.Predicted.GradientStdDev);
}
