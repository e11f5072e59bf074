using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Analyzers.Wording;
using InitGen.Definition;
using InitGen.Specification;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2003: no Xavier weights under ReLU and its kin. Xavier supposes φ'(0) = 1, but these pass half of the signal: its variance
/// halves at each layer (He et al. 2015, section 2.2).</summary>
public sealed class XavierUnderRectifierRule : InitializerRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Xavier weights under ReLU lose the signal",
        "'{0}' has Xavier weights under {1}, so the signal loses {2}: {3}; use {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(NetworkSignal network)
    {
        SignalLayer[] layers = [.. network.Layers.Where(static layer => IsXavierUnderRectifier(layer.Spec) && LosingLayers(layer).Any())];
        if (layers.Length == 0)
        {
            yield break;
        }

        Remedy remedy = new(network, layers);
        bool isSingle = layers.Sum(static layer => LosingLayers(layer).Count()) == 1;
        if (remedy.End is not { } end || (isSingle && !end.IsVisible))
        {
            yield break;
        }

        foreach (SignalLayer layer in layers)
        {
            var suggestion = SuggestedInitializer.For(layer.Spec);
            string loss = LossText(LosingLayers(layer).Min()) + (isSingle ? "" : " at each such layer");
            string activation = ActivationText.Of(layer.Spec.Activation);
            yield return At(
                layer, suggestion, remedy, end.Title, layer.Name, activation, loss, end.Message(suggestion), suggestion.Text);
        }
    }

    private static bool IsXavierUnderRectifier(DenseSpec layer) => layer is
    {
        Init: Init.XavierNormal or Init.XavierUniform,
        Gain: 1,
        Activation: Activation.Relu or Activation.LeakyRelu or Activation.Gelu or Activation.Silu or Activation.Mish,
    };

    // What is left of the variance where it is too little. Where inputs are many and units few, the fan average makes up for the loss.
    private static IEnumerable<double> LosingLayers(SignalLayer layer) => layer.Resolved
        .Select(resolved => VarianceRatio.Of(layer, resolved))
        .Where(static ratio => ratio < 1 && !VarianceRatio.IsNegligible(ratio));

    private static string LossText(double ratio)
    {
        double percent = Math.Round(100 * (1 - ratio));
        return percent == 50 ? "half its variance" : $"{NumberText.Of(percent)} % of its variance";
    }
}
