using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using InitGen.Layers;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2003: no weights of variance 1/n under ReLU and its kin, whatever they are called: Xavier, LeCun or numbers. They suppose
/// φ'(0) = 1, but rectifiers pass half of the signal: its variance halves at each layer (He et al. 2015, section 2.2).</summary>
internal sealed class LostVarianceRule : InitializerRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Weights of variance 1/fan-in under ReLU lose the signal",
        "'{0}' has {1} under {2}, so the signal loses {3}: {4}; use {5}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    // Who writes a gain to a variance-scaling initializer has chosen the variance.
    private protected override bool IsMistake(SignalLayer layer) =>
        layer is { Weighted.Weights.Gain: 1, Function.IsRectifier: true } && Losses(layer).Any();

    private protected override bool IsReported(NetworkSignal network, Remedy remedy) =>
        remedy.End is { IsNegligible: false } end && (end.IsVisible || Losses(remedy).Count() > 1);

    // Where small signals pass a smooth one, as GELU, they pass it as a linear layer, and training brings them back.
    private protected override DiagnosticSeverity SeverityOf(NetworkSignal network, SignalLayer layer, Remedy remedy) =>
        SeverityByOutcome(network, remedy.Layers.All(static layer => layer.Function.SuitsHe) ? remedy.End : null);

    private protected override InitializerReport Say(NetworkSignal network, SignalLayer layer, Remedy remedy)
    {
        PredictedChange end = remedy.End!;
        SuggestedInitializer suggestion = Suggest(layer.Weighted);
        (string weights, string argument) = Cause(layer.Weighted.Weights.Init);
        string loss = VarianceRatio.LossText([.. Losses(remedy)]);
        return new InitializerReport(
            end.Title, layer.Name, weights, layer.Function.DisplayName, loss, end.Message(suggestion), suggestion.Text)
        {
            Argument = argument,
        };
    }

    private static (string Weights, string Argument) Cause(Init init) => init switch
    {
        Init.XavierNormal or Init.XavierUniform => ("Xavier weights", nameof(WeightedLayerAttribute.Init)),
        Init.LeCunNormal or Init.LeCunUniform => ("LeCun weights", nameof(WeightedLayerAttribute.Init)),
        Init.Normal or Init.TruncatedNormal => ("weights of variance 1/fan-in", nameof(WeightedLayerAttribute.StdDev)),
        Init.Uniform => ("weights of variance 1/fan-in", nameof(WeightedLayerAttribute.Limit)),
        _ => ("weights of variance 1/fan-in", nameof(WeightedLayerAttribute.Init)),
    };

    private static IEnumerable<double> Losses(Remedy remedy) => remedy.Layers.SelectMany(Losses);

    // What is lost of the variance where it is too little. Where inputs are many and units few, the fan average makes up for the loss.
    private static IEnumerable<double> Losses(SignalLayer layer) =>
        from resolved in layer.Resolved
        where SupposesUnitSlope(layer.Weighted.Weights.Init, resolved)
        let ratio = VarianceRatio.Of(layer, resolved)
        where ratio < 1 && !VarianceRatio.IsNegligible(ratio)
        select 1 - ratio;

    // Of orthogonal and sparse weights other rules speak, and PyTorch's default is judged by the signal that it leaves.
    private static bool SupposesUnitSlope(Init init, ResolvedLayer layer) => init switch
    {
        Init.XavierNormal or Init.XavierUniform => true,
        Init.LeCunNormal or Init.LeCunUniform or Init.Normal or Init.TruncatedNormal or Init.Uniform or Init.Custom =>
            VarianceRatio.IsNegligible(layer.Weights!.Variance * layer.Weights.Context.FanIn),
        _ => false,
    };
}
