using System.Collections.Generic;

namespace InitGen.Propagation;

/// <summary>What is predicted of a network.</summary>
/// <param name="Layers">The signal at each resolved layer.</param>
/// <param name="LearningRates">The rates of gradient descent that train it.</param>
internal sealed record NetworkPrediction(IReadOnlyList<LayerPrediction> Layers, LearningRateWindow LearningRates);
