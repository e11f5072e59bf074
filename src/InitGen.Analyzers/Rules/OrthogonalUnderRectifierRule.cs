using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using InitGen.Layers;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2010: no orthogonal weights of gain 1 under ReLU and its kin, which pass half of the variance: orthogonal weights keep
/// it only where the activation does (Saxe et al. 2014, section 3.1).</summary>
internal sealed class OrthogonalUnderRectifierRule : InitializerRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2010";

    // A gain to four decimals is exact to a hundredth of a percent.
    private const int GainDecimals = 4;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Orthogonal weights under ReLU need a gain",
        "'{0}' has orthogonal weights of gain 1 under {1}, so the signal loses {2}: {3}; use {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    private protected override bool IsMistake(SignalLayer layer) =>
        layer is { Weighted.Weights: { Init: Init.Orthogonal or Init.DeltaOrthogonal, Gain: 1 }, Function.IsRectifier: true } && Losing(layer).Any();

    private protected override bool IsReported(NetworkSignal network, Remedy remedy)
    {
        bool vanishes = remedy.End?.Before < network.Thresholds.MinimumActivationStdDev * network.InputRootMeanSquare;
        return remedy.End is { IsNegligible: false }
            && remedy.Layers.Sum(layer => Losing(layer).Count(resolved => vanishes || KeepsLength(resolved))) > 1;
    }

    private protected override DiagnosticSeverity SeverityOf(NetworkSignal network, SignalLayer layer, Remedy remedy) =>
        SeverityByOutcome(network, remedy.End);

    private protected override InitializerReport Say(NetworkSignal network, SignalLayer layer, Remedy remedy)
    {
        PredictedChange end = remedy.End!;
        SuggestedInitializer suggestion = Suggest(layer.Weighted);
        double[] losses = [.. remedy.Layers.SelectMany(static layer => Losing(layer).Select(lost => 1 - VarianceRatio.Of(layer, lost)))];
        return new InitializerReport(
            end.Title, layer.Name, layer.Function.DisplayName, VarianceRatio.LossText(losses), end.Message(suggestion), suggestion.Text);
    }

    // The gain that gives the square matrices of a stack, of any size, the variance that suits them.
    private protected override SuggestedInitializer Suggest(WeightedSpec layer)
    {
        double gain = Math.Sqrt(SuggestedInitializer.For(layer).Variance(layer, new(inputs: 1, units: 1, layer.Activation)));
        return new SuggestedInitializer(layer.Weights.Init, Math.Round(gain, GainDecimals));
    }

    private static bool KeepsLength(ResolvedLayer layer) =>
        layer.Weights is { Context: var matrix } weights && weights.Distribution.KeepsLength(matrix.Columns, matrix.Rows);

    private static IEnumerable<ResolvedLayer> Losing(SignalLayer layer) => layer.Resolved
        .Where(resolved => VarianceRatio.Of(layer, resolved) is < 1 and var ratio && !VarianceRatio.IsNegligible(ratio));
}
