using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Analyzers.Wording;
using InitGen.Definition;
using InitGen.Initialization;
using InitGen.Specification;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2013: sparse weights are fewer than the inputs and of a scale that fits their number: k weights make pre-activations of
/// standard deviation StdDev·√(k·M) (Martens 2010, section 5).</summary>
public sealed class SparseWeightsRule : InitializerRule
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

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(NetworkSignal network)
    {
        foreach (SignalLayer layer in network.Layers)
        {
            if (layer.Resolved[0].Weights is not SparseWeights weights || network.IsExplained(layer))
            {
                continue;
            }

            Remedy remedy = new(network, [layer]);
            var suggestion = SuggestedInitializer.For(layer.Spec);

            // The first layer of a stack may have fewer inputs than the others.
            if (layer.Resolved.All(resolved => weights.NonZeros >= resolved.Inputs))
            {
                int drawn = layer.Resolved.Max(static resolved => resolved.Inputs);
                yield return AtArgument(
                    nameof(DenseAttribute.NonZeros),
                    layer,
                    suggestion,
                    remedy,
                    remedy.End?.Title,
                    layer.Name,
                    $"draws all {NumberText.Of((long)drawn)} weights of a unit with NonZeros {NumberText.Of((long)weights.NonZeros)}, so none is 0",
                    $"fewer or {suggestion.Text}");
            }
            else if (FirstOutside(network, layer, remedy) is { } outside)
            {
                string text = Prediction(network, network.Predicted[outside], remedy.Predicted[outside], layer.Spec, weights, suggestion);
                yield return AtArgument(
                    nameof(DenseAttribute.StdDev), layer, suggestion, remedy, remedy.End?.Title, layer.Name, text, suggestion.Text);
            }
        }
    }

    // The layer is the cause where another initializer brings it inside.
    private static int? FirstOutside(NetworkSignal network, SignalLayer layer, Remedy remedy)
    {
        for (int index = layer.First; index < Math.Min(layer.First + layer.Resolved.Count, network.Resolved.Count - 1); index++)
        {
            if (IsOutside(network, network.Predicted[index], layer.Spec) && !IsOutside(network, remedy.Predicted[index], layer.Spec))
            {
                return index;
            }
        }

        return null;
    }

    private static bool IsOutside(NetworkSignal network, LayerPrediction prediction, DenseSpec layer) =>
        prediction.PreActivationStdDev < network.Thresholds.MinimumActivationStdDev * network.InputRootMeanSquare
        || prediction.PreActivationStdDev > network.Thresholds.MaximumActivationStdDev * network.InputRootMeanSquare
        || IsSaturated(network, prediction, layer);

    private static bool IsSaturated(NetworkSignal network, LayerPrediction prediction, DenseSpec layer) =>
        IsBounded(layer) && prediction.SaturatedFraction > network.Thresholds.MaximumSaturatedFraction;

    private static bool IsBounded(DenseSpec layer) => layer.Activation is Activation.Tanh or Activation.Sigmoid or Activation.Softsign;

    private static string Prediction(
        NetworkSignal network,
        LayerPrediction before,
        LayerPrediction after,
        DenseSpec layer,
        SparseWeights weights,
        SuggestedInitializer suggestion)
    {
        string scale = $"draws {NumberText.Of((long)weights.NonZeros)} weights of a unit with StdDev {NumberText.Of(weights.StdDev)} "
            + $"under {ActivationText.Of(layer.Activation)}: "
            + $"predicted pre-activation standard deviation {NumberText.Of(before.PreActivationStdDev)}";
        return IsSaturated(network, before, layer)
            ? $"{scale} and {NumberText.Of(100 * before.SaturatedFraction)} % of the units saturated, "
                + $"{NumberText.Of(after.PreActivationStdDev)} and {NumberText.Of(100 * after.SaturatedFraction)} % with {suggestion.Text}"
            : $"{scale}, {NumberText.Of(after.PreActivationStdDev)} with {suggestion.Text}";
    }
}
