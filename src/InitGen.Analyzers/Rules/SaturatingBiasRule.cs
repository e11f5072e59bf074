using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Wording;
using InitGen.Definition;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2011: no bias that leaves next to no ReLU of a hidden layer active, or that saturates its tanh or sigmoid units. Those of
/// the last layer may say how frequent a class is.</summary>
public sealed class SaturatingBiasRule : RemovableArgumentRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2011";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A bias leaves the units of a layer inactive",
        "'{0}' starts from bias {1}, so {2}, {3} % with bias 0; remove Bias or choose one nearer to 0",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(NetworkSignal network)
    {
        SignalLayer[] layers =
            [.. network.Layers.Where(layer => layer.Spec.Bias != 0 && !network.IsExplained(layer) && WorstOf(network, layer) is not null)];
        if (layers.Length == 0)
        {
            yield break;
        }

        IReadOnlyList<LayerPrediction> unbiased = network.PredictWith(layers, static layer => layer with { Bias = 0 });
        foreach (SignalLayer layer in layers)
        {
            int worst = WorstOf(network, layer)!.Value;
            double before = network.Predicted[worst].SaturatedFraction;
            double after = unbiased[worst].SaturatedFraction;
            bool isRelu = layer.Spec.Activation == Activation.Relu;

            // What is as bad without the bias has another cause.
            if (!(after <= (isRelu ? network.Thresholds.MaximumInactiveFraction : network.Thresholds.MaximumSaturatedFraction)))
            {
                continue;
            }

            string activation = ActivationText.Of(layer.Spec.Activation);
            yield return At(
                layer,
                layer.Declaration.Arguments.LocationOf(nameof(DenseAttribute.Bias)),
                nameof(DenseAttribute.Bias),
                isRelu ? $"predicted active {Percent(1 - after)} % instead of {Percent(1 - before)} %"
                    : $"predicted saturated {Percent(after)} % instead of {Percent(before)} %",
                layer.Name,
                NumberText.Of(layer.Spec.Bias),
                isRelu ? $"only {Percent(1 - before)} % of its {activation} units are predicted to be active"
                    : $"{Percent(before)} % of its {activation} units are predicted to start saturated",
                Percent(isRelu ? 1 - after : after));
        }
    }

    // The most saturated of a stack's hidden layers, where that is too saturated.
    private static int? WorstOf(NetworkSignal network, SignalLayer layer)
    {
        double limit = layer.Spec.Activation switch
        {
            Activation.Relu => network.Thresholds.MaximumInactiveFraction,
            Activation.Tanh or Activation.Sigmoid => network.Thresholds.MaximumSaturatedFraction,
            _ => 1,
        };
        return Enumerable.Range(layer.First, layer.Resolved.Count)
            .Where(index => index < network.Resolved.Count - 1 && network.Predicted[index].SaturatedFraction > limit)
            .OrderByDescending(index => network.Predicted[index].SaturatedFraction)
            .Select(static index => (int?)index)
            .FirstOrDefault();
    }

    private static string Percent(double fraction) => NumberText.Of(100 * fraction);
}
