using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Activations;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2009: no gain on He weights for what they make up for themselves, the half that ReLU drops and the slope a of a leaky
/// one: v = 2/((1 + a²)·n) has the gain √(2/(1 + a²)) in it (He et al. 2015, equation 15).</summary>
internal sealed class DoubleGainRule : RemovableArgumentRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2009";

    // Literals are rounded.
    private const double Tolerance = 0.01;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A gain makes up for what He weights make up for already",
        "'{0}' has Gain {1} on He weights, which make up for {2} by themselves{3}; remove Gain",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<SignalFinding> Check(NetworkSignal network, IReadOnlyList<SignalFinding> earlier)
    {
        SignalLayer[] layers = [.. network.Weighted.Where(static layer => layer.IsHidden && !layer.IsNormalized && IsCorrectedTwice(layer))];
        if (layers.Length == 0)
        {
            yield break;
        }

        var remedy = new Remedy(network, layers, static layer => layer.Weighted with { Weights = layer.Weighted.Weights with { Gain = 1 } });
        foreach (SignalLayer layer in layers)
        {
            PredictedChange? change = remedy.SeenFrom(layer);
            yield return At(
                layer,
                layer.Declaration.Arguments.LocationOf(nameof(WeightedLayerAttribute.Gain)),
                nameof(WeightedLayerAttribute.Gain),
                SeverityByOutcome(network, remedy.End),
                change?.Title,
                layer.Name,
                layer.Quote(nameof(WeightedLayerAttribute.Gain), layer.Weighted.Weights.Gain),
                layer.Function.DisplayName,
                change is null ? "" : $": {change.Message("without it")}");
        }
    }

    private static bool IsCorrectedTwice(SignalLayer layer) =>
        layer.Weighted.Weights.Init is Init.HeNormal or Init.HeUniform
        && OwnGains(layer.Function).Any(gain => Math.Abs(layer.Weighted.Weights.Gain - gain) <= Tolerance * gain)
        && !VarianceRatio.IsNegligible(layer.Weighted.Weights.Gain * layer.Weighted.Weights.Gain)
        && layer.Resolved.All(resolved =>
            VarianceRatio.Improves(VarianceRatio.Of(layer, resolved), 1 / (layer.Weighted.Weights.Gain * layer.Weighted.Weights.Gain)));

    // The whole gain, or its part that is for the slope.
    private static double[] OwnGains(ActivationFunction function)
    {
        double passed = 1 + (function.NegativeSlope * function.NegativeSlope);
        return function.SuitsHe ? [Math.Sqrt(2 / passed), 1 / Math.Sqrt(passed)] : [];
    }
}
