using System;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Initialization;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>What the rules on zero and on constant weights have in common: the units of a hidden layer all compute the same. A single unit
/// may, the units of the last layer have targets that tell them apart, and noise on the biases tells units apart.</summary>
internal abstract class EqualWeightsRule : InitializerRule
{
    private const int FewLayers = 4;
    private const double LargestSum = 30;
    private const double LargestBoundedSum = 10;

    private protected EqualWeightsRule()
    {
    }

    private protected sealed override bool IsOfScale => false;

    private protected sealed override bool IsMistake(SignalLayer layer) =>
        layer.IsHidden
        && layer.Resolved[0] is { Units: > 1, Weights.Distribution: ConstantWeights weights }
        && !(weights.Value == 0 && layer.EndsBranch)
        && IsMistake(weights.Value, HasNoise(layer));

    private protected sealed override bool IsReported(NetworkSignal network, Remedy remedy) => true;

    // Not at the last layer: what is predicted behind equal weights is no signal of the input.
    private protected sealed override InitializerReport Say(NetworkSignal network, SignalLayer layer, Remedy remedy)
    {
        PredictedChange? change = remedy.At(layer.First);
        SuggestedInitializer suggestion = Suggest(layer.Weighted);
        string prediction = change is null ? "" : $": {change.Message(suggestion)}";
        return new InitializerReport(change?.Title, layer.Name, Consequence(network, layer), prediction, suggestion.Text);
    }

    /// <summary>A hint where units are parted at the first step: random weights behind the layer send each another gradient.</summary>
    private protected sealed override DiagnosticSeverity SeverityOf(NetworkSignal network, SignalLayer layer, Remedy remedy) =>
        PassesNoGradient(layer) || StayCopies(network, layer) || network.FailsToLearn || !(IsZero(layer) || IsSoonParted(network, layer))
            ? DiagnosticSeverity.Warning
            : DiagnosticSeverity.Info;

    /// <summary>Whether the slope of its activation is 0 where the units start.</summary>
    private protected static bool PassesNoGradient(SignalLayer layer) =>
        layer.Resolved[0] is { Weights.Distribution: ConstantWeights { Value: 0 } } resolved && layer.Function.Derivative(resolved.Bias) == 0;

    private static bool IsZero(SignalLayer layer) => layer.Resolved[0].Weights?.Distribution is ConstantWeights { Value: 0 };

    // Of other constants one number passes, which few layers may train on: not one so large that it saturates units or throws the loss out
    // of all scale, nor through several such layers (docs/accuracy.md).
    private static bool IsSoonParted(NetworkSignal network, SignalLayer layer) =>
        network.Resolved.Count <= FewLayers
        && layer.Resolved[0] is { Weights: { Distribution: ConstantWeights weights, Context: var context } }
        && Math.Abs(weights.Value) * context.FanIn <= (layer.Function.IsBounded ? LargestBoundedSum : LargestSum)
        && network.Resolved
            .Take(network.Resolved.Count - 1)
            .Count(static resolved => resolved is { Units: > 1, Weights.Distribution: ConstantWeights }) == 1;

    private static bool StayCopies(NetworkSignal network, SignalLayer layer) =>
        network.WeightedBehind(layer.First).All(static behind => behind.Weights?.Distribution is ConstantWeights);

    private string Consequence(NetworkSignal network, SignalLayer layer)
    {
        string units = $"{NumberText.Of((long)layer.Resolved[0].Units)} units";
        if (HasNoise(layer))
        {
            return $"its {units} all see one number, the sum of its inputs, and differ in their biases only";
        }

        if (PassesNoGradient(layer))
        {
            string bias = layer.Quote(nameof(WeightedLayerAttribute.Bias), layer.Resolved[0].Bias);
            return $"under {layer.Function.DisplayName} with bias {bias} no gradient passes it and nothing ever learns";
        }

        return StayCopies(network, layer)
            ? $"its {units} stay copies of each other for ever, as the weights behind them are equal too"
            : $"its {units} start as copies of each other, which only the random weights behind them part";
    }

    /// <summary>Whether the rule is about weights of this value.</summary>
    /// <param name="weight">The value.</param>
    /// <param name="hasNoise">Whether noise on the biases tells the units apart.</param>
    private protected abstract bool IsMistake(double weight, bool hasNoise);

    private static bool HasNoise(SignalLayer layer) => layer.Resolved[0].BiasStdDev > 0;
}
