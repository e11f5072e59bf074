using System;
using InitGen.Activations;
using InitGen.Layers;
using InitGen.Propagation;

namespace InitGen.Initialization;

/// <summary>The initializer that suits the layer's activation. Where no classical one does at every depth, normal weights that keep the
/// gradient, v = 1/(n·E[φ'(z)²]) over the layer before (χ = 1; Schoenholz et al. 2017, equation 5).</summary>
internal sealed class AutoInitializer : SignalInitializer
{
    internal static readonly AutoInitializer Instance = new();

    private AutoInitializer()
    {
    }

    /// <inheritdoc/>
    public override string Name => "automatic";

    /// <inheritdoc/>
    public override WeightedSpec Decide(WeightedSpec layer, IncomingSignal incoming)
    {
        ActivationFunction activation = layer.Activation.Function;
        if (activation.SuitableGain is { } gain && !incoming.IsOutput)
        {
            return layer with { Weights = new() { Init = activation.SuitableInit, Gain = gain } };
        }

        if (incoming.IsDeep && activation.CriticalPoint is { } point && layer is { UseBias: true, BiasStdDev: 0 })
        {
            double variance = point.WeightVariance(activation, incoming.SecondMoment);
            return layer with { Weights = Normal(variance), BiasStdDev = Rounded(Math.Sqrt(point.BiasVariance)) };
        }

        return layer with { Weights = Normal(1 / incoming.PassedTo(activation)) };
    }

    /// <inheritdoc/>
    public override InitializerSpec SpellOut(InitializerSpec spec, ActivationSpec behind)
    {
        if (!IsDecidedBy(behind))
        {
            return spec;
        }

        InitializerSpec decided = InStack(spec, behind);
        return Of(decided.Init).SpellOut(decided, behind);
    }

    /// <summary>Whether the activation alone decides, not the signal that comes in.</summary>
    /// <param name="activation">The activation.</param>
    public static bool IsDecidedBy(ActivationSpec activation) => activation.Function.SuitableGain is not null;

    private static InitializerSpec Normal(double variance) => new() { Init = Init.LeCunNormal, Gain = Rounded(Math.Sqrt(variance)) };
}
