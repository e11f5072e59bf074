using System;
using System.Collections.Generic;
using InitGen.Activations;
using InitGen.Layers;
using InitGen.Wording;

namespace InitGen.Definition;

/// <summary>What <see cref="Init.Critical"/> needs of a layer: noise on the biases at which the edge of chaos of
/// its activation is stable.</summary>
internal static class CriticalArguments
{
    /// <summary>The arguments that stand against it.</summary>
    /// <param name="layer">The layer.</param>
    public static IEnumerable<(string Argument, string Mistake)> Mistakes(WeightedSpec layer)
    {
        if (layer.Weights.Init != Init.Critical || !WeightedArguments.Exists(layer.Activation.Kind))
        {
            yield break;
        }

        ActivationFunction function = layer.Activation.Function;
        string activation = $"Activation.{layer.Activation.Kind}";
        if (CriticalPoint.Of(function, 0) is not { } first)
        {
            yield return (nameof(WeightedLayerAttribute.Init), $"has Init.Critical, but {activation} has no critical point; remove it, or use another activation");
            yield break;
        }

        double leastNoise = Math.Sqrt(first.BiasVariance);
        if (!layer.UseBias && leastNoise > 0)
        {
            yield return (nameof(WeightedLayerAttribute.UseBias), $"has no biases, but Init.Critical needs noise on them under {activation}; remove 'UseBias = false'");
        }
        else if (layer.Bias != 0)
        {
            yield return (nameof(WeightedLayerAttribute.Bias), "has 'Bias', but Init.Critical is for biases of mean 0; remove it");
        }
        else if (layer.BiasStdDev > 0 && CriticalPoint.Of(function, layer.BiasStdDev) is null)
        {
            string bound = leastNoise > 0
                ? $"a signal is stable from BiasStdDev = {NumberText.Of(leastNoise)} on"
                : "there is no critical point with noise on the biases";
            yield return (nameof(WeightedLayerAttribute.BiasStdDev), $"has 'BiasStdDev = {NumberText.Of(layer.BiasStdDev)}', but under Init.Critical and {activation} {bound}; remove it");
        }
    }
}
