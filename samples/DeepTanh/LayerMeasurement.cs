using System.Text.Json.Serialization;

namespace InitGen.Samples.DeepTanh;

/// <summary>One layer, measured and predicted.</summary>
/// <param name="Layer">Its number, from 1.</param>
/// <param name="Mean">The mean of its activations.</param>
/// <param name="StdDev">Their standard deviation.</param>
/// <param name="PredictedStdDev">The one that was predicted at compile time.</param>
/// <param name="SaturatedFraction">The fraction of the activations that pass less than 1 % of the gradient; for ReLU, the inactive
/// ones.</param>
/// <param name="GradientStdDev">The standard deviation of dL/dz, relative to the last layer's.</param>
/// <param name="PredictedGradientStdDev">The one that was predicted at compile time.</param>
/// <param name="Histogram">The histogram of its activations.</param>
public sealed record LayerMeasurement(
    int Layer,
    double Mean,
    double StdDev,
    double PredictedStdDev,
    double SaturatedFraction,
    double GradientStdDev,
    double PredictedGradientStdDev,
    [property: JsonIgnore] Histogram Histogram);
