using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Layers;
using InitGen.Propagation;
using InitGen.Reading;

namespace InitGen.Emit;

/// <summary>A network with its layers resolved and its signal predicted: all that its code says.</summary>
internal sealed record NetworkPlan
{
    /// <summary>The network as read.</summary>
    public required NetworkModel Model { get; init; }

    /// <summary>The layers, one by one.</summary>
    public required EquatableArray<PlannedLayer> Layers { get; init; }

    /// <summary>The rates of gradient descent that are predicted to train it.</summary>
    public required LearningRateWindow LearningRates { get; init; }

    /// <summary>The number of parameters.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>The number of values of state, which are not trained.</summary>
    public int StateCount => Layers.Sum(static planned => planned.Layer.StateCount);

    /// <summary>Whether what it computes in training differs from step to step.</summary>
    public bool DependsOnStep => Layers.Any(static planned => planned.Layer.Spec.DependsOnStep);

    /// <summary>Resolves the layers and predicts the signal.</summary>
    /// <param name="model">The network.</param>
    public static NetworkPlan Of(NetworkModel model)
    {
        IReadOnlyList<ResolvedLayer> layers = LayerResolution.Resolve(model.Spec);
        NetworkPrediction prediction = SignalPropagation.Predict(model.Spec, layers);
        return new NetworkPlan
        {
            Model = model,
            Layers = new EquatableArray<PlannedLayer>(
                layers.Select((layer, index) => new PlannedLayer(layer, prediction.Layers[index], prediction.Bounds[index]))),
            LearningRates = prediction.LearningRates,
            ParameterCount = (int)LayerResolution.CountParameters(model.Spec),
        };
    }
}

/// <summary>A layer and its prediction.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Predicted">What is predicted of it.</param>
/// <param name="Bounds">Between what that lies; null for one number each.</param>
internal sealed record PlannedLayer(ResolvedLayer Layer, LayerPrediction Predicted, PredictionBounds? Bounds);

/// <summary>A property of a network, with the layers that it stands for.</summary>
/// <param name="Property">The property.</param>
/// <param name="First">The index of its first layer among the network's.</param>
/// <param name="Layers">Its layers.</param>
internal sealed record DeclaredMember(LayerProperty Property, int First, ArraySegment<PlannedLayer> Layers)
{
    /// <summary>The members of a network, in their order.</summary>
    /// <param name="network">The network.</param>
    public static IEnumerable<DeclaredMember> Of(NetworkPlan network)
    {
        PlannedLayer[] layers = [.. network.Layers];
        int spec = 0;
        int first = 0;
        foreach (LayerProperty property in network.Model.Properties)
        {
            int count = network.Model.Spec.Layers.Skip(spec).Take(property.Count).Sum(static layer => layer.Repeat);
            yield return new DeclaredMember(property, first, new ArraySegment<PlannedLayer>(layers, first, count));
            spec += property.Count;
            first += count;
        }
    }
}

/// <summary>A declared layer, single or a stack, with the layers that it stands for.</summary>
/// <param name="Form">Its kind.</param>
/// <param name="First">The index of its first layer among the network's.</param>
/// <param name="Layers">Its layers.</param>
internal sealed record DeclaredLayer(LayerForm Form, int First, ArraySegment<PlannedLayer> Layers)
{
    /// <summary>The declared layers of a network, in their order.</summary>
    /// <param name="network">The network.</param>
    /// <param name="forms">The kinds of layers.</param>
    public static IEnumerable<DeclaredLayer> Of(NetworkPlan network, LayerForms forms)
    {
        PlannedLayer[] layers = [.. network.Layers];
        int first = 0;
        foreach (LayerSpec spec in network.Model.Spec.Layers)
        {
            yield return new DeclaredLayer(forms.Of(spec), first, new ArraySegment<PlannedLayer>(layers, first, spec.Repeat));
            first += spec.Repeat;
        }
    }
}
