using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using InitGen.Propagation;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>A rule on the predicted signal: it stays between its thresholds. One cause is reported once: a network has one crossing, the
/// first, and where a rule on initializers explains it, none.</summary>
public abstract class CrossingRule : SignalRule
{
    /// <summary>A category of its own, so that these rules can be set apart from those that know what is wrong.</summary>
    internal new const string Category = "InitGen.Signal";

    private protected CrossingRule()
    {
    }

    /// <summary>The crossing that the rule is about.</summary>
    private protected abstract SignalFault Fault { get; }

    /// <summary>What crosses, as the title of a fix says it.</summary>
    private protected abstract string Quantity { get; }

    /// <summary>What to do where no initializer is a remedy.</summary>
    private protected abstract string Advice { get; }

    /// <inheritdoc/>
    public sealed override IEnumerable<Finding> Check(NetworkSignal network)
    {
        if (network.Crossing is not { } crossing || crossing.Fault != Fault || IsExplained(network, crossing) || IsInherent(network))
        {
            return [];
        }

        SignalLayer layer = network.LayerOf(crossing.Layer);
        string value = NumberText.Of(ValueOf(network.Predicted[crossing.MeasuredLayer]));
        string place = network.Resolved[crossing.MeasuredLayer].Name;
        string advice = Advice;
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        IReadOnlyList<SignalLayer> changed = [];
        if (CrossingRemedy.Find(network, crossing) is { } remedy)
        {
            string remedied = NumberText.Of(ValueOf(remedy.Predicted));
            advice = $"use {remedy.Text} (predicted {remedied})";
            properties = properties.Add(
                FixKeys.Title, $"Use {remedy.Text} (predicted {Quantity} at '{place}' {remedied} instead of {value})");
            for (int i = 0; i < remedy.Suggestions.Count; i++)
            {
                properties = remedy.Suggestions[i].AddTo(properties, i);
            }

            changed = remedy.Layers;
        }

        string[] arguments = [layer.Name, value, place, NumberText.Of(ThresholdOf(network.Thresholds)), advice];
        IEnumerable<Location> places = changed.Select(InitializerOf);
        return [new Finding(layer, Diagnostic.Create(Descriptor, InitializerOf(layer), places, properties, arguments))];
    }

    /// <summary>The number that crosses.</summary>
    private protected abstract double ValueOf(LayerPrediction prediction);

    /// <summary>The number that it crosses.</summary>
    private protected abstract double ThresholdOf(SignalThresholds thresholds);

    /// <summary>Whether no initializer is to blame.</summary>
    private protected virtual bool IsInherent(NetworkSignal network) => false;

    // What a wrong initializer does to the activations is seen behind it; what it does to the gradients, anywhere.
    private static bool IsExplained(NetworkSignal network, ThresholdCrossing crossing) => network.Findings.Any(finding =>
        finding.ExplainsSignal && (crossing.IsOfGradient || finding.Layer.First <= crossing.Layer));

    private static Location InitializerOf(SignalLayer layer) => layer.Declaration.Arguments.LocationOf(nameof(DenseAttribute.Init));
}
