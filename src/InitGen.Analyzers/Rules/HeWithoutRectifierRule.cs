using System.Collections.Generic;
using System.Linq;
using InitGen.Activations;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2004: no He weights without a rectifier. He makes up for the half of the signal that ReLU drops; where nothing is dropped,
/// the variance doubles at each layer, or units saturate.</summary>
internal sealed class HeWithoutRectifierRule : InitializerRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2004";

    // From how many more saturated units on a single layer is reported.
    private const double VisibleSaturation = 0.05;

    // Fewer are not worth words.
    private const double WorthMentioning = 0.001;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "He weights do not suit an activation that is no ReLU",
        "'{0}' has He weights under {1}, {2} times the variance that suits it{3}: {4}; use {5}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    private protected override bool IsMistake(SignalLayer layer) =>
        layer is { Weighted.Weights.Init: Init.HeNormal or Init.HeUniform, Function.SuitsXavier: true, Behind.SuitsXavier: true }
        && !layer.Declaration.Arguments.IsWritten(nameof(WeightedLayerAttribute.Gain))
        && Unsuitable(layer).Any();

    private protected override bool IsReported(NetworkSignal network, Remedy remedy) =>
        remedy.End is { } end && (!IsSingle(remedy) || IsVisible(network, Unsuitable(remedy.Layers[0]).First(), remedy, end));

    private protected override DiagnosticSeverity SeverityOf(NetworkSignal network, SignalLayer layer, Remedy remedy) =>
        SeverityByOutcome(network, remedy.End);

    private protected override InitializerReport Say(NetworkSignal network, SignalLayer layer, Remedy remedy)
    {
        PredictedChange end = remedy.End!;
        int first = Unsuitable(layer).First();
        string ratio = RatioText(layer);
        SuggestedInitializer suggestion = Suggest(layer.Weighted);
        (string message, string title) = layer.Function is LinearFunction
            ? (end.Message(suggestion), end.Title)
            : PreActivationText(network.Predicted[first], remedy.Predicted[first], suggestion);
        return new InitializerReport(
            title,
            layer.Name,
            layer.Function.DisplayName,
            ratio,
            !IsSingle(remedy) && remedy.Layers.All(other => RatioText(other) == ratio) ? " at each such layer" : "",
            message,
            suggestion.Text);
    }

    private static bool IsSingle(Remedy remedy) => remedy.Layers.Sum(static layer => Unsuitable(layer).Count()) == 1;

    // The first layer of a stack, whose inputs are others, may have suitable weights where the rest has not, and the other way round.
    private static IEnumerable<int> Unsuitable(SignalLayer layer) => Enumerable.Range(layer.First, layer.Resolved.Count)
        .Where(index => !VarianceRatio.IsNegligible(RatioOf(layer, index)));

    private static string RatioText(SignalLayer layer) => NumberText.Range([.. Unsuitable(layer).Select(index => RatioOf(layer, index))]);

    private static double RatioOf(SignalLayer layer, int index) => VarianceRatio.Of(layer, layer.Resolved[index - layer.First]);

    // The scale of a single last layer is but a scale of the outputs.
    private static bool IsVisible(NetworkSignal network, int layer, Remedy remedy, PredictedChange end) =>
        layer < network.Predicted.Count - 1
        && ((end.IsVisible && end.Before > end.After)
            || network.Predicted[layer].SaturatedFraction - remedy.Predicted[layer].SaturatedFraction > VisibleSaturation);

    private static (string Message, string Title) PreActivationText(
        LayerPrediction before, LayerPrediction after, SuggestedInitializer suggestion)
    {
        string instead = $"{NumberText.Of(after.PreActivationStdDev)} instead of {NumberText.Of(before.PreActivationStdDev)}";
        string message = $"predicted pre-activation standard deviation {NumberText.Of(before.PreActivationStdDev)}";
        string remedied = NumberText.Of(after.PreActivationStdDev);
        if (before.SaturatedFraction > WorthMentioning && before.SaturatedFraction > after.SaturatedFraction)
        {
            message += $" and {NumberText.Percent(before.SaturatedFraction)} of the units saturated";
            remedied += $" and {NumberText.Percent(after.SaturatedFraction)}";
        }

        return ($"{message}, {remedied} with {suggestion.Text}", $"predicted pre-activation std {instead}");
    }
}
