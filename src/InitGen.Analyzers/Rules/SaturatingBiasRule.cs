using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Definition;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2011: no bias that leaves next to no unit of a hidden layer active, or that saturates its tanh or sigmoid units. Those of
/// the last layer may say how frequent a class is.</summary>
internal sealed class SaturatingBiasRule : RemovableArgumentRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2011";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A bias leaves the units of a layer inactive",
        "'{0}' starts from bias {1}, so {2}, {3} with bias 0; remove Bias or choose one nearer to 0",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<SignalFinding> Check(NetworkSignal network, IReadOnlyList<SignalFinding> earlier)
    {
        SignalLayer[] layers =
            [.. network.Weighted.Where(layer => IsJudged(layer) && !IsExplained(layer, earlier) && WorstOf(network, layer) is not null)];
        if (layers.Length == 0)
        {
            yield break;
        }

        IReadOnlyList<LayerPrediction> unbiased = network.PredictWith(layers, static layer => layer.Weighted with { Bias = 0 }).Layers;
        foreach (SignalLayer layer in layers)
        {
            int worst = WorstOf(network, layer)!.Value;
            double before = network.Predicted[worst].SaturatedFraction;
            double after = unbiased[worst].SaturatedFraction;
            bool isSigmoidal = layer.Function.IsSigmoidal;

            // What is as bad without the bias has another cause.
            if (!(after <= LimitOf(network, layer)))
            {
                continue;
            }

            string activation = layer.Function.DisplayName;
            yield return At(
                layer,
                layer.Declaration.Arguments.LocationOf(nameof(WeightedLayerAttribute.Bias)),
                nameof(WeightedLayerAttribute.Bias),
                Descriptor.DefaultSeverity,
                isSigmoidal ? $"predicted saturated {NumberText.Percent(after)} instead of {NumberText.Percent(before)}"
                    : $"predicted active {NumberText.Percent(1 - after)} instead of {NumberText.Percent(1 - before)}",
                layer.Name,
                layer.Quote(nameof(WeightedLayerAttribute.Bias), layer.Weighted.Bias),
                isSigmoidal ? $"{NumberText.Percent(before)} of its {activation} units are predicted to start saturated"
                    : $"only {NumberText.Percent(1 - before)} of its {activation} units are predicted to be active",
                NumberText.Percent(isSigmoidal ? after : 1 - after));
        }
    }

    // The most saturated of a stack's hidden layers, where that is too saturated.
    private static int? WorstOf(NetworkSignal network, SignalLayer layer) =>
        Enumerable.Range(layer.First, layer.Resolved.Count)
            .Where(index =>
                index < network.Resolved.Count - 1 && network.Predicted[index].SaturatedFraction > LimitOf(network, layer))
            .OrderByDescending(index => network.Predicted[index].SaturatedFraction)
            .Select(static index => (int?)index)
            .FirstOrDefault();

    private static bool IsJudged(SignalLayer layer) => !layer.IsNormalized && layer.Weighted.Bias != 0 && layer.Function.SaturatedIntervals.Count > 0;

    private static double LimitOf(NetworkSignal network, SignalLayer layer) =>
        layer.Function.IsSigmoidal ? network.Thresholds.MaximumSaturatedFraction : network.Thresholds.MaximumInactiveFraction;
}
