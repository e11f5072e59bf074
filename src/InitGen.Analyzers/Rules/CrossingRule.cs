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

    /// <summary>The number that crosses, of a layer of a network for which something is predicted.</summary>
    public required Func<NetworkSignal, IReadOnlyList<LayerPrediction>, int, double> ValueOf { get; init; }

    /// <summary>A number as messages write it.</summary>
    public Func<double, string> Text { get; init; } = NumberText.Of;

    /// <summary>The number that it crosses.</summary>
    public required Func<SignalThresholds, double> ThresholdOf { get; init; }

    /// <summary>Thresholds of which nothing crosses this one.</summary>
    public required Func<SignalThresholds, SignalThresholds> Without { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<SignalFinding> Check(NetworkSignal network, IReadOnlyList<SignalFinding> earlier)
    {
        if (network.Crossing is not { } crossing || crossing.Fault != _fault || IsExplained(crossing, earlier))
        {
            return [];
        }

        SignalLayer layer = network.LayerOf(crossing.Layer);
        string value = Text(ValueOf(network, network.Predicted, crossing.MeasuredLayer));
        string place = network.Resolved[crossing.MeasuredLayer].Name;
        string advice = Advice;
        ImmutableDictionary<string, string?> properties = layer.Properties;
        IReadOnlyList<SignalLayer> changed = [];
        if (CrossingRemedy.Find(network, crossing) is { } remedy)
        {
            string remedied = Text(ValueOf(network, remedy.Predicted, crossing.MeasuredLayer));
            advice = $"use {remedy.Text} (predicted {remedied})";
            properties = properties.Add(
                FixKeys.Title, $"Use {remedy.Text} (predicted {Quantity} at '{place}' {remedied} instead of {value})");
            for (int i = 0; i < remedy.Suggestions.Count; i++)
            {
                properties = remedy.Suggestions[i].AddTo(properties, i);
            }

            changed = remedy.Layers;
            layer = remedy.Reported;
        }

        string[] arguments = [layer.Name, value, place, Text(ThresholdOf(network.Thresholds)), advice];
        IEnumerable<Location> places = changed.Select(InitializerOf);

        // A small signal that learns all the same is worth knowing, and no more.
        DiagnosticSeverity severity = crossing.IsHarmless ? DiagnosticSeverity.Info : Descriptor.DefaultSeverity;
        return [new SignalFinding(layer, Diagnostic.Create(Descriptor, InitializerOf(layer), severity, places, properties, arguments))];
    }

    // What a wrong initializer does to the activations is seen behind it; what it does to the gradients, anywhere.
    private static bool IsExplained(ThresholdCrossing crossing, IReadOnlyList<SignalFinding> earlier) => earlier.Any(finding =>
        finding.ExplainsSignal && (crossing.IsOfGradient || finding.Layer.First <= crossing.Layer));

    private static Location InitializerOf(SignalLayer layer) => layer.Declaration.Arguments.LocationOf(nameof(DenseAttribute.Init));
}
