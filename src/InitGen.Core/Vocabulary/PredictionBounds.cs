namespace InitGen;

/// <summary>Between what the numbers of a prediction lie that depend on how alike the positions of one input are, where nobody has said it
/// (<see cref="NetworkAttribute.InputCorrelation"/>): each number's least and largest over all correlations from 0 to 1. Numbers of
/// one bound need not belong to one correlation; those that do not depend on it are the same in both.</summary>
/// <param name="Lower">The least of each number.</param>
/// <param name="Upper">The largest of each number.</param>
public sealed record PredictionBounds(LayerPrediction Lower, LayerPrediction Upper);
