using System;
using InitGen.Activations;
using InitGen.Propagation;
using InitGen.Specification;

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
    public override DenseSpec Decide(DenseSpec layer, IncomingSignal incoming)
    {
        ActivationFunction activation = layer.Activation.Function;
        if (activation.SuitableGain is { } gain && !incoming.IsOutput)
        {
            return layer with { Init = activation.SuitableInit, Gain = gain, FanMode = FanMode.Default, Truncated = false };
        }

        DenseSpec decided = layer with { Init = Init.LeCunNormal, FanMode = FanMode.Default, Truncated = false };
        if (incoming.IsDeep && activation.CriticalPoint is { } point && layer is { UseBias: true, BiasStdDev: 0 })
        {
            double variance = point.WeightVariance(activation, incoming.SecondMoment);
            return decided with { Gain = Rounded(Math.Sqrt(variance)), BiasStdDev = Rounded(Math.Sqrt(point.BiasVariance)) };
        }

        return decided with { Gain = Rounded(1 / Math.Sqrt(incoming.PassedTo(activation))) };
    }

    /// <inheritdoc/>
    public override DenseSpec SpellOut(DenseSpec layer)
    {
        if (!IsDecidedBy(layer))
        {
            return layer;
        }

        DenseSpec decided = Decide(layer, IncomingSignal.Unknown);
        return Of(decided.Init).SpellOut(decided);
    }

    /// <summary>Whether the activation alone decides, not the signal that comes in.</summary>
    /// <param name="layer">The layer.</param>
    public static bool IsDecidedBy(DenseSpec layer) => layer.Activation.Function.SuitableGain is not null;
}
