using System;
using InitGen.Activations;
using InitGen.Layers;
using InitGen.Propagation;

namespace InitGen.Initialization;

/// <summary>Normal weights and noise on the biases on the edge of chaos of the layer's activation, v = σ²/n with χ = σ²·E[φ'(z)²] = 1 at
/// the fixed point (Poole et al. 2016; Schoenholz et al. 2017).</summary>
internal sealed class CriticalInitializer : SignalInitializer
{
    internal static readonly CriticalInitializer Instance = new();

    private CriticalInitializer()
    {
    }

    /// <inheritdoc/>
    public override string Name => "critical";

    /// <summary>The layer on its edge of chaos; where it has none, which is a mistake, as LeCun has it.</summary>
    /// <inheritdoc/>
    public override WeightedSpec Decide(WeightedSpec layer, IncomingSignal incoming)
    {
        ActivationFunction function = layer.Activation.Function;
        if (CriticalPoint.Of(function, layer.BiasStdDev) is not { } point)
        {
            return layer with { Weights = Init.LeCunNormal };
        }

        double variance = point.WeightVariance(function, incoming.SecondMoment);
        double biasStdDev = layer.BiasStdDev > 0 ? layer.BiasStdDev : Rounded(Math.Sqrt(point.BiasVariance));
        return layer with
        {
            Weights = new() { Init = Init.LeCunNormal, Gain = Rounded(Math.Sqrt(variance)) },
            BiasStdDev = biasStdDev,
        };
    }
}
