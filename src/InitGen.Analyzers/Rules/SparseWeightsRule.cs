using System;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using InitGen.Initialization;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2013: sparse weights are fewer than the inputs and of a scale that fits their number: k weights make pre-activations of
/// standard deviation StdDev·√(k·M) (Martens 2010, section 5).</summary>
internal sealed class SparseWeightsRule : InitializerRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2013";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Sparse weights do not fit the layer",
        "'{0}' {1}; use {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    // Each by itself: how many weights a unit has is decided layer by layer.
    private protected override bool AreFixedTogether => false;

    private protected override bool IsMistake(SignalLayer layer) => layer.Resolved[0].Weights?.Distribution is SparseWeights;

    private protected override bool IsReported(NetworkSignal network, Remedy remedy) =>
        DrawsAll(remedy.Layers[0]) || FirstOutside(network, remedy.Layers[0], remedy) is not null;

    private protected override DiagnosticSeverity SeverityOf(NetworkSignal network, SignalLayer layer, Remedy remedy) =>
        DrawsAll(layer) ? Descriptor.DefaultSeverity : SeverityByOutcome(network, remedy.End);

    private protected override InitializerReport Say(NetworkSignal network, SignalLayer layer, Remedy remedy)
    {
        SuggestedInitializer suggestion = Suggest(layer.Weighted);
        if (!DrawsAll(layer))
        {
            int outside = FirstOutside(network, layer, remedy)!.Value;
            string text = Prediction(network, network.Predicted[outside], remedy.Predicted[outside], layer, suggestion);
            return new InitializerReport(remedy.End?.Title, layer.Name, text, suggestion.Text) { Argument = nameof(WeightedLayerAttribute.StdDev) };
        }

        string drawn = NumberText.Of((long)layer.Resolved.Max(static resolved => resolved.Weights!.Context.Columns));
        string nonZeros = NumberText.Of((long)layer.Weighted.Weights.NonZeros);
        return new InitializerReport(
            remedy.End?.Title,
            layer.Name,
            $"draws all {drawn} weights of a unit with NonZeros {nonZeros}, so none is 0",
            $"fewer or {suggestion.Text}")
        {
            Argument = nameof(WeightedLayerAttribute.NonZeros),
        };
    }

    // The first layer of a stack may have fewer inputs than the others.
    private static bool DrawsAll(SignalLayer layer) => layer.Resolved.All(resolved => layer.Weighted.Weights.NonZeros >= resolved.Weights!.Context.Columns);

    // The layer is the cause where another initializer brings it inside.
    private static int? FirstOutside(NetworkSignal network, SignalLayer layer, Remedy remedy)
    {
        for (int index = layer.First; index < Math.Min(layer.First + layer.Resolved.Count, network.Resolved.Count - 1); index++)
        {
            if (IsOutside(network, network.Predicted[index], layer) && !IsOutside(network, remedy.Predicted[index], layer))
            {
                return index;
            }
        }

        return null;
    }

    private static bool IsOutside(NetworkSignal network, LayerPrediction prediction, SignalLayer layer) =>
        prediction.PreActivationStdDev < network.Thresholds.MinimumActivationStdDev * network.InputRootMeanSquare
        || prediction.PreActivationStdDev > network.Thresholds.MaximumActivationStdDev * network.InputRootMeanSquare
        || IsSaturated(network, prediction, layer);

    private static bool IsSaturated(NetworkSignal network, LayerPrediction prediction, SignalLayer layer) =>
        layer.Function.IsSigmoidal && prediction.SaturatedFraction > network.Thresholds.MaximumSaturatedFraction;

    private static string Prediction(
        NetworkSignal network, LayerPrediction before, LayerPrediction after, SignalLayer layer, SuggestedInitializer suggestion)
    {
        string stdDev = layer.Quote(nameof(WeightedLayerAttribute.StdDev), layer.Weighted.Weights.StdDev);
        string scale = $"draws {NumberText.Of((long)layer.Weighted.Weights.NonZeros)} weights of a unit with StdDev {stdDev} "
            + $"under {layer.Function.DisplayName}: "
            + $"predicted pre-activation standard deviation {NumberText.Of(before.PreActivationStdDev)}";
        return IsSaturated(network, before, layer)
            ? $"{scale} and {NumberText.Percent(before.SaturatedFraction)} of the units saturated, "
                + $"{NumberText.Of(after.PreActivationStdDev)} and {NumberText.Percent(after.SaturatedFraction)} with {suggestion.Text}"
            : $"{scale}, {NumberText.Of(after.PreActivationStdDev)} with {suggestion.Text}";
    }
}
