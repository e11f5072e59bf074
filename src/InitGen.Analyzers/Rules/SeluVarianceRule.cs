using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2005: SELU weights have the variance 1/fan-in, from which its self-normalizing fixed point follows (Klambauer et al.
/// 2017, section 2).</summary>
internal sealed class SeluVarianceRule : InitializerRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2005";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The weights of a SELU layer do not have the variance 1/fan-in",
        "'{0}' has {1} times the variance 1/fan-in under SELU, so it does not normalize itself: {2}; use {3}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    // Who writes a gain to a variance-scaling initializer has chosen the variance.
    private protected override bool IsMistake(SignalLayer layer) =>
        layer.IsHidden
        && layer.Spec.Activation.Kind == Activation.Selu
        && layer.Weighted.Weights.Init is not (Init.LeCunNormal or Init.LeCunUniform)
        && (layer.Weighted.Weights.Gain == 1 || layer.Weighted.Weights.Init is Init.Orthogonal or Init.DeltaOrthogonal)
        && WrongRatios(layer).Any();

    private protected override bool IsReported(NetworkSignal network, Remedy remedy) =>
        remedy.End is { IsNegligible: false } end && (end.IsVisible || remedy.Layers.Sum(static layer => WrongRatios(layer).Count()) > 1);

    private protected override DiagnosticSeverity SeverityOf(NetworkSignal network, SignalLayer layer, Remedy remedy) =>
        SeverityByOutcome(network, remedy.End);

    private protected override InitializerReport Say(NetworkSignal network, SignalLayer layer, Remedy remedy)
    {
        PredictedChange end = remedy.End!;
        SuggestedInitializer suggestion = Suggest(layer.Weighted);
        string ratio = NumberText.Range([.. WrongRatios(layer)]);
        return new InitializerReport(end.Title, layer.Name, ratio, end.Message(suggestion), suggestion.Text);
    }

    private static IEnumerable<double> WrongRatios(SignalLayer layer) => layer.Resolved
        .Where(static resolved => resolved.Weights!.Distribution.IsPredictable && resolved.Weights.Variance > 0)
        .Select(resolved => VarianceRatio.Of(layer, resolved))
        .Where(static ratio => !VarianceRatio.IsNegligible(ratio));
}
