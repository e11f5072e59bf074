using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2003: no Xavier weights under ReLU and its kin. Xavier supposes φ'(0) = 1, but these pass half of the signal: its variance
/// halves at each layer (He et al. 2015, section 2.2).</summary>
internal sealed class XavierUnderRectifierRule : InitializerRule
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

    private protected override bool IsMistake(SignalLayer layer) =>
        layer is { Spec: { Init: Init.XavierNormal or Init.XavierUniform, Gain: 1 }, Function.IsRectifier: true }
        && LosingLayers(layer).Any();

    private protected override bool IsReported(NetworkSignal network, Remedy remedy) =>
        remedy.End is { IsNegligible: false } end && (end.IsVisible || !IsSingle(remedy));

    // Where small signals pass a smooth one, as GELU, they pass it as a linear layer, and training brings them back.
    private protected override DiagnosticSeverity SeverityOf(NetworkSignal network, SignalLayer layer, Remedy remedy) =>
        SeverityByOutcome(network, remedy.Layers.All(static layer => layer.Function.SuitsHe) ? remedy.End : null);

    private protected override InitializerReport Say(NetworkSignal network, SignalLayer layer, Remedy remedy)
    {
        PredictedChange end = remedy.End!;
        SuggestedInitializer suggestion = Suggest(layer.Spec);
        string loss = LossText(LosingLayers(layer).Min()) + (IsSingle(remedy) ? "" : " at each such layer");
        return new InitializerReport(
            end.Title, layer.Name, layer.Function.DisplayName, loss, end.Message(suggestion), suggestion.Text);
    }

    private static bool IsSingle(Remedy remedy) => remedy.Layers.Sum(static layer => LosingLayers(layer).Count()) == 1;

    // What is left of the variance where it is too little. Where inputs are many and units few, the fan average makes up for the loss.
    private static IEnumerable<double> LosingLayers(SignalLayer layer) => layer.Resolved
        .Select(resolved => VarianceRatio.Of(layer, resolved))
        .Where(static ratio => ratio < 1 && !VarianceRatio.IsNegligible(ratio));

    private static string LossText(double ratio)
    {
        double loss = Math.Round(1 - ratio, 2);
        return loss == 0.5 ? "half its variance" : $"{NumberText.Percent(loss)} of its variance";
    }
}
