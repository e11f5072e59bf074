using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Layers;
using InitGen.Propagation;

namespace InitGen.Analyzers.Suggestions;

/// <summary>A network in which some layers are declared otherwise, beside the network as it is.</summary>
internal sealed class Remedy
{
    private readonly NetworkSignal _network;

    /// <summary>Changes each of some layers.</summary>
    /// <param name="network">The network as it is.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="change">The change.</param>
    public Remedy(NetworkSignal network, IReadOnlyList<SignalLayer> layers, Func<SignalLayer, LayerSpec> change)
    {
        _network = network;
        Layers = layers;
        Prediction = network.PredictWith(layers, change);
        End = FindEnd() is { } end ? At(end) : null;
    }

    /// <summary>The layers that are declared otherwise.</summary>
    public IReadOnlyList<SignalLayer> Layers { get; }

    /// <summary>Whether it takes the fixes of several layers.</summary>
    public bool IsJoint => SignalLayer.WithoutCopies(Layers).Length > 1;

    /// <summary>What is predicted with the remedy.</summary>
    public NetworkPrediction Prediction { get; }

    /// <summary>The prediction of each layer with the remedy; NaN where only bounds are known.</summary>
    public IReadOnlyList<LayerPrediction> Predicted => Prediction.Layers;

    /// <summary>What changes at the last layer that has a signal to compare; null where there is none.</summary>
    public PredictedChange? End { get; }

    /// <summary>What changes at the end; where nobody sees it there, as layers between forget the scale, at a layer that is changed. Null
    /// where nobody sees it there either.</summary>
    /// <param name="layer">The layer.</param>
    public PredictedChange? SeenFrom(SignalLayer layer) =>
        new[] { End, At(layer.First + layer.Resolved.Count - 1) }.FirstOrDefault(static change => change is { IsNegligible: false });

    /// <summary>What changes at a layer; null where nothing is known of it.</summary>
    /// <param name="layer">Its number among the resolved layers.</param>
    public PredictedChange? At(int layer) => double.IsNaN(Predicted[layer].ActivationStdDev) ? null : new PredictedChange(
        _network.Predicted[layer].ActivationStdDev,
        Predicted[layer].ActivationStdDev,
        layer == Predicted.Count - 1 ? null : _network.Resolved[layer]);

    // Behind zeros there is nothing to compare.
    private int? FindEnd()
    {
        for (int layer = Predicted.Count - 1; layer >= 0; layer--)
        {
            if (_network.Predicted[layer].ActivationStdDev > 0 && Predicted[layer].ActivationStdDev > 0)
            {
                return layer;
            }
        }

        return null;
    }
}
