using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Propagation;
using InitGen.Wording;

namespace InitGen.Analyzers.Suggestions;

/// <summary>Initializers that bring the signal of a whole network between its thresholds.</summary>
internal sealed class CrossingRemedy
{
    private CrossingRemedy(SignalLayer reported, IReadOnlyList<SignalLayer> layers, IReadOnlyList<LayerPrediction> predicted)
    {
        Reported = reported;
        Layers = layers;
        Suggestions = [.. layers.Select(static layer => SuggestedInitializer.For(layer.Spec))];
        Predicted = predicted;
    }

    /// <summary>The layer that is to blame: of activations that vanish or explode the first to change, else the one that crosses.</summary>
    public SignalLayer Reported { get; }

    /// <summary>The layers to change.</summary>
    public IReadOnlyList<SignalLayer> Layers { get; }

    /// <summary>What to write in each of them.</summary>
    public IReadOnlyList<SuggestedInitializer> Suggestions { get; }

    /// <summary>What is then predicted of each layer.</summary>
    public IReadOnlyList<LayerPrediction> Predicted { get; }

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

            return Layers[0] == Reported ? initializer : $"{initializer} in '{Layers[0].Name}'";
        }
    }

    /// <summary>Finds what brings the signal between its thresholds: another initializer in all hidden layers whose weights are too small or
    /// too large for their activation. Of saturated and inactive units the one layer that has them may be enough.</summary>
    /// <param name="network">The network.</param>
    /// <param name="crossing">Its crossing.</param>
    /// <returns>The remedy; null where initializers alone are none.</returns>
    public static CrossingRemedy? Find(NetworkSignal network, ThresholdCrossing crossing)
    {
        SignalLayer reported = network.LayerOf(crossing.Layer);
        SignalLayer[] unsuitable = [.. network.Layers.Where(layer =>
            (layer.IsHidden || layer == reported) && SuggestedInitializer.InsteadOf(layer, layer.Spec) is not null)];
        SignalLayer[][] candidates = crossing.Fault is SignalFault.SaturatedUnits or SignalFault.DeadUnits
            ? [[.. unsuitable.Where(layer => layer == reported)], unsuitable]
            : [unsuitable];
        foreach (SignalLayer[] layers in candidates.Where(static layers => layers.Length > 0))
        {
            IReadOnlyList<LayerPrediction> predicted =
                network.PredictWith(layers, static layer => SuggestedInitializer.For(layer.Spec).ApplyTo(layer.Spec));
            if (crossing.IsHarmless ? network.FindCrossing(predicted) is null : network.IsRemedied(predicted))
            {
                bool isCause = crossing.Fault is SignalFault.VanishingActivations or SignalFault.ExplodingActivations
                    && layers[0].First <= crossing.Layer;
                return new CrossingRemedy(isCause ? layers[0] : reported, layers, predicted);
            }
        }

        return null;
    }
}
