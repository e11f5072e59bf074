using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Activations;
using InitGen.Analyzers.Signal;
using InitGen.Definition;
using InitGen.Layers;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Suggestions;

/// <summary>Another activation in some layers, with an initializer that suits it where one is written that does not.</summary>
internal sealed class ActivationRemedy
{
    private readonly IReadOnlyList<SignalLayer> _layers;
    private readonly Activation _activation;

    /// <summary>Gives some layers another activation.</summary>
    /// <param name="network">The network as it is.</param>
    /// <param name="layers">The layers, at least one.</param>
    /// <param name="activation">Their new activation.</param>
    public ActivationRemedy(NetworkSignal network, IReadOnlyList<SignalLayer> layers, Activation activation)
    {
        _layers = SignalLayer.WithoutCopies(layers);
        _activation = activation;
        Outcome = new Remedy(network, _layers, Changed);
    }

    /// <summary>What is then predicted.</summary>
    public Remedy Outcome { get; }

    /// <summary>The places of the activations, or of the attributes that have none.</summary>
    public IEnumerable<Location> Places =>
        _layers.Select(static layer => layer.Declaration.Arguments.LocationOf(nameof(WeightedLayerAttribute.Activation)));

    /// <summary>Hands the remedy to a fixer.</summary>
    /// <param name="outcome">What it changes; null where nothing is known.</param>
    public ImmutableDictionary<string, string?> Properties(string? outcome)
    {
        string place = _layers.Count == 1 ? $"'{_layers[0].Name}'" : $"{NumberText.Of((long)_layers.Count)} layers";
        string title = $"Use {ActivationFunction.Of(_activation).DisplayName} in {place}" + (outcome is null ? "" : $" ({outcome})");
        ImmutableDictionary<string, string?> properties = _layers[0].Properties
            .Add(FixKeys.Activation, _activation.ToString())
            .Add(FixKeys.Title, title);
        for (int i = 0; i < _layers.Count; i++)
        {
            properties = InitializerOf(_layers[i])?.AddTo(properties, i) ?? properties;
        }

        return properties;
    }

    private LayerSpec Changed(SignalLayer layer)
    {
        LayerSpec activated = layer.Spec with { Activation = _activation };
        return InitializerOf(layer) is { } initializer ? initializer.ApplyTo((WeightedSpec)activated) : activated;
    }

    private SuggestedInitializer? InitializerOf(SignalLayer layer) => layer.Spec is WeightedSpec weighted
        ? SuggestedInitializer.InsteadOf(layer, weighted with { Activation = _activation })
        : null;
}
