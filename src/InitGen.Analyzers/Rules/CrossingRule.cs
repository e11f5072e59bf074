using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
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

    /// <summary>Whether the number is a fraction, which messages write in percent.</summary>
    public bool IsFraction { get; init; }

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
        string value = RangeOf(network, crossing);
        string bound = BoundOf(network, crossing);
        string place = network.Resolved[crossing.MeasuredLayer].Name;
        string advice = Advice;
        ImmutableDictionary<string, string?> properties = layer.Properties;
        InitializerRemedy? remedy = FindRemedy(network, crossing, layer);
        if (remedy is not null)
        {
            // Of activations that vanish or explode, the first layer to change is to blame.
            bool isCause = crossing.Fault is SignalFault.VanishingActivations or SignalFault.ExplodingActivations or SignalFault.IndistinguishableInputs
                && remedy.Layers[0].First <= crossing.Layer;
            layer = isCause ? remedy.Layers[0] : layer;
            string remedied = RangeOf(network, crossing, remedy.Prediction);
            advice = $"use {remedy.TextAt(layer)} (predicted {remedied})";
            properties = remedy.PropertiesAt(layer, $"{Quantity} at '{place}' {remedied} instead of {bound}");
        }
        else if (network.WithScaledInput() is var scaled && IsRemedied(scaled, crossing, scaled.Prediction))
        {
            string remedied = RangeOf(scaled, crossing);

            // The weights bring inputs of any scale to one of their own: beside large inputs it is small, and nothing is lost.
            if (remedied == value)
            {
                return [];
            }

            advice = network.AdviceToScaleInput(remedied);
        }

        // A small signal that learns all the same is worth knowing, and no more.
        string measured = bound == value ? value : $"{bound} ({CorrelationText.Reason})";
        string[] arguments =
            [layer.Name, measured, place, ThresholdText(ThresholdOf(network.Thresholds)), advice, NumberText.Of(network.InputRootMeanSquare)];
        DiagnosticSeverity severity = crossing.IsHarmless ? DiagnosticSeverity.Info : Descriptor.DefaultSeverity;
        Location location = layer.Declaration.Arguments.LocationOf(nameof(WeightedLayerAttribute.Init));
        return [new SignalFinding(layer, Diagnostic.Create(Descriptor, location, severity, remedy?.Places, properties, arguments))];
    }

    // Where only bounds are known, all that is said is true of both.
    private string BoundOf(NetworkSignal network, ThresholdCrossing crossing)
    {
        (double lower, double upper) = ValuesOf(network, network.Prediction, crossing.MeasuredLayer);
        return Text(lower) == Text(upper) ? Text(upper)
            : crossing.IsOfTooLittle ? $"at most {Text(upper)}"
            : $"at least {Text(lower)}";
    }

    private string RangeOf(NetworkSignal network, ThresholdCrossing crossing, NetworkPrediction? prediction = null)
    {
        (double lower, double upper) = ValuesOf(network, prediction ?? network.Prediction, crossing.MeasuredLayer);
        return Text(lower) == Text(upper) ? Text(upper) : $"{Text(lower)} to {Text(upper)}";
    }

    private (double Lower, double Upper) ValuesOf(NetworkSignal network, NetworkPrediction prediction, int layer)
    {
        double atLower = ValueOf(network, prediction.Lower, layer);
        double atUpper = ValueOf(network, prediction.Upper, layer);
        return (Math.Min(atLower, atUpper), Math.Max(atLower, atUpper));
    }

    private string Text(double value) => IsFraction ? NumberText.Percent(value) : NumberText.Of(value);

    private string ThresholdText(double threshold) =>
        IsFraction ? $"{NumberText.Exact(100 * threshold)} %" : NumberText.Exact(threshold);

    // Another initializer in all hidden layers whose weights are too small or too large for their activation; of saturated and inactive
    // units the one layer that has them may be enough.
    private static InitializerRemedy? FindRemedy(NetworkSignal network, ThresholdCrossing crossing, SignalLayer crossed)
    {
        SignalLayer[] unsuitable = [.. network.Unsuitable.Where(layer => layer.IsHidden || layer == crossed)];
        SignalLayer[][] choices = crossing.Fault is SignalFault.SaturatedUnits or SignalFault.DeadUnits
            ? [[.. unsuitable.Where(layer => layer == crossed)], unsuitable]
            : [unsuitable];
        return InitializerRemedy.Find(network, choices, prediction => IsRemedied(network, crossing, prediction));
    }

    private static bool IsRemedied(NetworkSignal network, ThresholdCrossing crossing, NetworkPrediction prediction) =>
        crossing.IsHarmless ? network.FindCrossing(prediction) is null : network.IsRemedied(prediction);

    // What a wrong initializer does to the activations is seen behind it; what it does to the gradients, anywhere.
    private static bool IsExplained(ThresholdCrossing crossing, IReadOnlyList<SignalFinding> earlier) => earlier.Any(finding =>
        finding.ExplainsSignal && (crossing.IsOfGradient || finding.Layer.First <= crossing.Layer));
}
