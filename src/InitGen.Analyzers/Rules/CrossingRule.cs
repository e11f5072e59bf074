using System;
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
/// first, and where a rule on initializers that is heard explains it, none.</summary>
internal sealed class CrossingRule : SignalRule
{
    private readonly SignalFault _fault;

    internal CrossingRule(DiagnosticDescriptor descriptor, SignalFault fault)
    {
        Descriptor = descriptor;
        _fault = fault;
    }

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor { get; }

    /// <summary>What crosses, as the title of a fix says it.</summary>
    public required string Quantity { get; init; }

    /// <summary>What to do where no initializer is a remedy.</summary>
    public required string Advice { get; init; }

    /// <summary>The number that crosses.</summary>
    public required Func<LayerPrediction, double> ValueOf { get; init; }

    /// <summary>The number that it crosses.</summary>
    public required Func<SignalThresholds, double> ThresholdOf { get; init; }

    /// <summary>Thresholds of which nothing crosses this one.</summary>
    public required Func<SignalThresholds, SignalThresholds> Without { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<SignalFinding> Check(NetworkSignal network, IReadOnlyList<SignalFinding> earlier)
    {
        if (network.Crossing is not { } crossing || crossing.Fault != _fault || IsExplained(crossing, earlier) || IsInherent(network))
        {
            return [];
        }

        SignalLayer layer = network.LayerOf(crossing.Layer);
        string value = NumberText.Of(ValueOf(network.Predicted[crossing.MeasuredLayer]));
        string place = network.Resolved[crossing.MeasuredLayer].Name;
        string advice = Advice;
        ImmutableDictionary<string, string?> properties = layer.Properties;
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
        return [new SignalFinding(layer, Diagnostic.Create(Descriptor, InitializerOf(layer), places, properties, arguments))];
    }

    // Under some activations (softplus, sigmoid), weights that keep the activations do not keep the gradients: no initializer keeps both.
    private bool IsInherent(NetworkSignal network) =>
        _fault == SignalFault.VanishingGradients
        && network.Layers.Where(static layer => layer.IsHidden).All(static layer =>
            layer.Resolved.All(resolved =>
                resolved is { Bias: 0, BiasStdDev: 0 } && VarianceRatio.IsNegligible(VarianceRatio.Of(layer, resolved))));

    // What a wrong initializer does to the activations is seen behind it; what it does to the gradients, anywhere.
    private static bool IsExplained(ThresholdCrossing crossing, IReadOnlyList<SignalFinding> earlier) => earlier.Any(finding =>
        finding.ExplainsSignal && (crossing.IsOfGradient || finding.Layer.First <= crossing.Layer));

    private static Location InitializerOf(SignalLayer layer) => layer.Declaration.Arguments.LocationOf(nameof(DenseAttribute.Init));
}
