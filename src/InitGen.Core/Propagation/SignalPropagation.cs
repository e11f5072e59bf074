using System.Collections.Generic;
using InitGen.Specification;

namespace InitGen.Propagation;

/// <summary>Predicts the signal of a network at initialization.</summary>
public static class SignalPropagation
{
    /// <summary>The prediction for each resolved layer of a network.</summary>
    /// <param name="network">The network, for its input.</param>
    /// <param name="layers">Its resolved layers.</param>
    public static IReadOnlyList<LayerPrediction> Predict(NetworkSpec network, IReadOnlyList<ResolvedLayer> layers) =>
        throw new System.NotSupportedException(network.ToString() + layers.Count);
}
