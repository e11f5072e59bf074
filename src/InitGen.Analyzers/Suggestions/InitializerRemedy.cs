using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Definition;
using InitGen.Propagation;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Suggestions;

/// <summary>The initializers that suit their activations, in one layer or several, where they bring about what a rule asks for.</summary>
internal sealed class InitializerRemedy
{
    private readonly SuggestedInitializer[] _suggestions;

    private InitializerRemedy(IReadOnlyList<SignalLayer> layers, NetworkPrediction prediction)
    {
        Layers = layers;
        _suggestions = [.. layers.Select(static layer => SuggestedInitializer.For(layer.Weighted))];
        Prediction = prediction;
    }

    /// <summary>The layers to change, at least one.</summary>
    public IReadOnlyList<SignalLayer> Layers { get; }

    /// <summary>What is then predicted.</summary>
    public NetworkPrediction Prediction { get; }

    /// <summary>The places of the initializers.</summary>
    public IEnumerable<Location> Places =>
        Layers.Select(static layer => layer.Declaration.Arguments.LocationOf(nameof(WeightedLayerAttribute.Init)));

    /// <summary>Finds the first of some choices of layers that is a remedy.</summary>
    /// <param name="network">The network.</param>
    /// <param name="choices">The choices; one without layers is none.</param>
    /// <param name="isRemedied">Whether what is then predicted is what the rule asks for.</param>
    /// <returns>The remedy; null where initializers alone are none.</returns>
    public static InitializerRemedy? Find(
        NetworkSignal network, IEnumerable<SignalLayer[]> choices, Func<NetworkPrediction, bool> isRemedied) =>
        choices
            .Where(static layers => layers.Length > 0)
            .Select(SignalLayer.WithoutCopies)
            .Select(layers => new InitializerRemedy(
                layers, network.PredictWith(layers, static layer => SuggestedInitializer.For(layer.Weighted).ApplyTo(layer.Weighted))))
            .FirstOrDefault(remedy => isRemedied(remedy.Prediction));

    /// <summary>As a message and a title name it: "XavierUniform", "XavierUniform in 4 layers".</summary>
    /// <param name="reported">The layer at which it is said.</param>
    public string TextAt(SignalLayer reported)
    {
        string initializer = _suggestions.Distinct().Count() == 1 ? _suggestions[0].Text : "the initializer that suits each activation";
        if (Layers.Count > 1)
        {
            return $"{initializer} in {NumberText.Of((long)Layers.Count)} layers";
        }

        return Layers[0] == reported ? initializer : $"{initializer} in '{Layers[0].Name}'";
    }

    /// <summary>Hands the remedy to a fixer.</summary>
    /// <param name="reported">The layer at which it is said.</param>
    /// <param name="outcome">What it changes.</param>
    public ImmutableDictionary<string, string?> PropertiesAt(SignalLayer reported, string outcome)
    {
        ImmutableDictionary<string, string?> properties =
            reported.Properties.Add(FixKeys.Title, $"Use {TextAt(reported)} (predicted {outcome})");
        for (int i = 0; i < _suggestions.Length; i++)
        {
            properties = _suggestions[i].AddTo(properties, i);
        }

        return properties;
    }
}
