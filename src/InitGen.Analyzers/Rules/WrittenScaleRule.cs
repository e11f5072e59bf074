using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Initialization;
using InitGen.Layers;

namespace InitGen.Analyzers.Rules;

/// <summary>What the rules on a written StdDev or Limit have in common: the number is that of a formula, but of the wrong one, and the
/// right one would suit the layer better. The scale of a last layer is but a scale of the outputs.</summary>
internal abstract class WrittenScaleRule : InitializerRule
{
    private protected WrittenScaleRule()
    {
    }

    private protected sealed override bool IsMistake(SignalLayer layer) => layer.IsHidden && MistakeOf(layer) is not null;

    private protected sealed override InitializerReport Say(NetworkSignal network, SignalLayer layer, Remedy remedy)
    {
        SuggestedInitializer suggestion = Suggest(layer.Weighted);
        string argument = IsLimit(layer.Weighted.Weights) ? nameof(WeightedLayerAttribute.Limit) : nameof(WeightedLayerAttribute.StdDev);
        PredictedChange? change = remedy.SeenFrom(layer);
        string prediction = change is null ? "" : $": {change.Message(suggestion)}";
        string[] arguments =
            [layer.Name, argument, layer.Quote(argument, Written(layer.Weighted.Weights)), MistakeOf(layer)!, prediction, suggestion.Text];
        return new InitializerReport(change?.Title, arguments) { Argument = argument };
    }

    /// <summary>What is wrong with a number, as the message says it; null where nothing is.</summary>
    /// <param name="number">The number.</param>
    /// <param name="isLimit">Whether it is a Limit.</param>
    /// <param name="layer">The layer, or one of its stack.</param>
    /// <param name="ratio">How much of the right variance it gives the weights.</param>
    private protected abstract string? Mistake(double number, bool isLimit, ResolvedLayer layer, double ratio);

    /// <summary>Whether a number is what a formula says for one of the layers of a stack, whose first may have another fan-in.</summary>
    private protected abstract bool IsRight(double number, bool isLimit, ResolvedLayer layer);

    private static bool IsLimit(InitializerSpec weights) => weights.Init == Init.Uniform;

    private static double Written(InitializerSpec weights) => IsLimit(weights) ? weights.Limit : weights.StdDev;

    private string? MistakeOf(SignalLayer layer)
    {
        if (layer.Weighted.Weights.Init is not (Init.Uniform or Init.Normal or Init.TruncatedNormal))
        {
            return null;
        }

        double number = Written(layer.Weighted.Weights);
        bool isLimit = IsLimit(layer.Weighted.Weights);
        return layer.Resolved.Any(resolved => IsRight(number, isLimit, resolved))
            ? null
            : layer.Resolved
                .Select(resolved => Mistake(number, isLimit, resolved, VarianceRatio.Of(layer, resolved)))
                .FirstOrDefault(static mistake => mistake is not null);
    }
}
