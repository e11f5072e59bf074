namespace InitGen.Samples.Digits;

/// <summary>How good a network is after some epochs.</summary>
/// <param name="Epoch">The number of epochs it has been trained.</param>
/// <param name="Accuracy">The fraction of the test images that it tells right.</param>
/// <param name="GradientStdDev">The standard deviation of an image's gradient at the first layer, on the training images.</param>
public sealed record Checkpoint(int Epoch, double Accuracy, double GradientStdDev);
