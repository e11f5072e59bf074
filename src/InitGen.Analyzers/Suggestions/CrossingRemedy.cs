using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Propagation;
using InitGen.Wording;

namespace InitGen.Analyzers.Suggestions;

/// <summary>Initializers that bring the signal of a whole network between its thresholds.</summary>
internal sealed class CrossingRemedy
{
    private readonly SignalLayer _reported;

    private CrossingRemedy(SignalLayer reported, IReadOnlyList<SignalLayer> layers, LayerPrediction predicted)
    {
        _reported = reported;
        Layers = layers;
        Suggestions = [.. layers.Select(static layer => SuggestedInitializer.For(layer.Spec))];
        Predicted = predicted;
    }

    /// <summary>The layers to change.</summary>
    public IReadOnlyList<SignalLayer> Layers { get; }

    /// <summary>What to write in each of them.</summary>
    public IReadOnlyList<SuggestedInitializer> Suggestions { get; }

    /// <summary>What is then predicted where the crossing is measured.</summary>
    public LayerPrediction Predicted { get; }

    /// <summary>As a message and a title name it: "XavierUniform", "XavierUniform in 4 layers".</summary>
    public string Text
    {
        get
        {
            string initializer = Suggestions.Distinct().Count() == 1 ? Suggestions[0].Text : "the initializer that suits each activation";
            if (Layers.Count > 1)
            {
                return $"{initializer} in {NumberText.Of((long)Layers.Count)} layers";
            }

            return Layers[0] == _reported ? initializer : $"{initializer} in '{Layers[0].Name}'";
        }
    }

    /// <summary>Finds the least that brings the signal between its thresholds: another initializer in the layer that crosses, else in all
    /// hidden layers whose weights are too small or too large for their activation.</summary>
    /// <param name="network">The network.</param>
    /// <param name="crossing">Its crossing.</param>
    /// <returns>The remedy; null where initializers alone are none.</returns>
    public static CrossingRemedy? Find(NetworkSignal network, ThresholdCrossing crossing)
    {
        SignalLayer reported = network.LayerOf(crossing.Layer);
        SignalLayer[] unsuitable = [.. network.Layers.Where(layer =>
            (layer.IsHidden || layer == reported) && SuggestedInitializer.InsteadOf(layer, layer.Spec) is not null)];
        SignalLayer[][] candidates = [[.. unsuitable.Where(layer => layer == reported)], unsuitable];
        foreach (SignalLayer[] layers in candidates.Where(static layers => layers.Length > 0))
        {
            IReadOnlyList<LayerPrediction> predicted =
                network.PredictWith(layers, static layer => SuggestedInitializer.For(layer.Spec).ApplyTo(layer.Spec));
            if (network.FindCrossing(predicted) is null)
            {
                return new CrossingRemedy(reported, layers, predicted[crossing.MeasuredLayer]);
            }
        }

        return null;
    }
}
