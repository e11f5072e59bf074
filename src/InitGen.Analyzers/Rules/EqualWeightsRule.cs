using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Initialization;

namespace InitGen.Analyzers.Rules;

/// <summary>What the rules on zero and on constant weights have in common: the units of a hidden layer all compute the same. A single unit
/// may, the units of the last layer have targets that tell them apart, and noise on the biases tells any units apart.</summary>
internal abstract class EqualWeightsRule : InitializerRule
{
    private protected EqualWeightsRule()
    {
    }

    private protected sealed override bool IsMistake(SignalLayer layer) =>
        layer.IsHidden
        && layer.Resolved[0] is { Units: > 1, BiasStdDev: 0, Weights: ConstantWeights weights }
        && IsMistake(weights.Value);

    private protected sealed override bool IsReported(NetworkSignal network, Remedy remedy) => true;

    // Not at the last layer: what is predicted behind equal weights is no signal of the input.
    private protected sealed override InitializerReport Say(NetworkSignal network, SignalLayer layer, Remedy remedy)
    {
        PredictedChange? change = remedy.At(layer.First);
        SuggestedInitializer suggestion = Suggest(layer.Spec);
        string prediction = change is null ? "" : $": {change.Message(suggestion)}";
        return new InitializerReport(change?.Title, layer.Name, Consequence(layer), prediction, suggestion.Text);
    }

    /// <summary>Whether the rule is about weights of this value.</summary>
    private protected abstract bool IsMistake(double weight);

    /// <summary>What the layer suffers, as a message says it.</summary>
    private protected abstract string Consequence(SignalLayer layer);
}
