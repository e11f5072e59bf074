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

    // As INIT3001, INIT3002 and INIT3003 have them.
    private const double SmallestStdDev = 0.01;
    private const double LargestStdDev = 100;
    private const double LargestSaturatedFraction = 0.25;

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
            if (layer.Resolved[0].Weights is not SparseWeights weights || network.HasFinding(layer))
                continue;

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
                    remedy.End?.Title,
                    layer.Name,
                    $"draws all {NumberText.Of((long)drawn)} weights of a unit with NonZeros {NumberText.Of((long)weights.NonZeros)}, so none is 0",
                    $"fewer or {suggestion.Text}");
            }
            else if (FirstOutside(network, layer, remedy) is { } outside)
            {
                string text = Prediction(network.Predicted[outside], remedy.Predicted[outside], layer.Spec, weights, suggestion);
                yield return AtArgument(
                    nameof(DenseAttribute.StdDev), layer, suggestion, remedy.End?.Title, layer.Name, text, suggestion.Text);
            }
        }
    }

    // The layer is the cause where another initializer brings it inside.
    private static int? FirstOutside(NetworkSignal network, SignalLayer layer, Remedy remedy)
    {
        double input = Math.Sqrt(Square(network.Declaration.Spec.InputMean) + Square(network.Declaration.Spec.InputStdDev));
        for (int index = layer.First; index < Math.Min(layer.First + layer.Resolved.Count, network.Resolved.Count - 1); index++)
        {
            if (IsOutside(network.Predicted[index], layer.Spec, input) && !IsOutside(remedy.Predicted[index], layer.Spec, input))
                return index;
        }

        return null;
    }

    private static bool IsOutside(LayerPrediction prediction, DenseSpec layer, double input) =>
        prediction.PreActivationStdDev < SmallestStdDev * input
        || prediction.PreActivationStdDev > LargestStdDev * input
        || (IsBounded(layer) && prediction.SaturatedFraction > LargestSaturatedFraction);

    private static bool IsBounded(DenseSpec layer) => layer.Activation is Activation.Tanh or Activation.Sigmoid or Activation.Softsign;

    private static string Prediction(
        LayerPrediction before, LayerPrediction after, DenseSpec layer, SparseWeights weights, SuggestedInitializer suggestion)
    {
        string scale = $"draws {NumberText.Of((long)weights.NonZeros)} weights of a unit with StdDev {NumberText.Of(weights.StdDev)} "
            + $"under {ActivationText.Of(layer.Activation)}: "
            + $"predicted pre-activation standard deviation {NumberText.Of(before.PreActivationStdDev)}";
        return IsBounded(layer) && before.SaturatedFraction > LargestSaturatedFraction
            ? $"{scale} and {NumberText.Of(100 * before.SaturatedFraction)} % of the units saturated, "
                + $"{NumberText.Of(after.PreActivationStdDev)} and {NumberText.Of(100 * after.SaturatedFraction)} % with {suggestion.Text}"
            : $"{scale}, {NumberText.Of(after.PreActivationStdDev)} with {suggestion.Text}";
    }

    private static double Square(double number) => number * number;
}
