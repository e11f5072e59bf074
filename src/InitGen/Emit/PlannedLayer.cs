using InitGen.Specification;

namespace InitGen.Emit;

/// <summary>A layer and its prediction.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Predicted">What is predicted of it.</param>
public sealed record PlannedLayer(ResolvedLayer Layer, LayerPrediction Predicted);
