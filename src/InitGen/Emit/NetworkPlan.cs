using System.Collections.Generic;
using System.Linq;
using InitGen.Propagation;
using InitGen.Reading;
using InitGen.Specification;

namespace InitGen.Emit;

/// <summary>A network with its layers resolved and its signal predicted: all that its code says.</summary>
public sealed record NetworkPlan
{
    /// <summary>The network as read.</summary>
    public required NetworkModel Model { get; init; }

    /// <summary>The layers, one by one.</summary>
    public required EquatableArray<PlannedLayer> Layers { get; init; }

    /// <summary>The number of parameters.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>Resolves the layers and predicts the signal.</summary>
    /// <param name="model">The network.</param>
    public static NetworkPlan Of(NetworkModel model)
    {
        IReadOnlyList<ResolvedLayer> layers = LayerResolution.Resolve(model.Spec);
        IReadOnlyList<LayerPrediction> predictions = SignalPropagation.Predict(model.Spec, layers);
        return new NetworkPlan
        {
            Model = model,
            Layers = new EquatableArray<PlannedLayer>(layers.Zip(predictions, static (layer, prediction) => new PlannedLayer(layer, prediction))),
            ParameterCount = (int)LayerResolution.CountParameters(model.Spec),
        };
    }
}
