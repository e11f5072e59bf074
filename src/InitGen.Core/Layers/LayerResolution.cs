using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using InitGen.Initialization;
using InitGen.Propagation;

namespace InitGen.Layers;

/// <summary>From declared layers to resolved ones.</summary>
internal static class LayerResolution
{
    /// <summary>The number of layers of a network, those of stacks counted one by one.</summary>
    /// <param name="network">A network whose sizes are positive.</param>
    public static long CountLayers(NetworkSpec network) => network.Layers.Sum(static layer => (long)layer.Repeat);

    /// <summary>The number of parameters of a network, weights and biases. Takes the same time for any size.</summary>
    /// <param name="network">A network whose sizes are positive.</param>
    /// <returns>The number; <see cref="long.MaxValue"/> where it is larger.</returns>
    public static long CountParameters(NetworkSpec network)
    {
        BigInteger count = 0;
        Shape shape = network.Input;
        foreach (LayerSpec layer in network.Layers)
        {
            count += Count(layer, shape);
            shape = layer.OutputOf(shape);
            count += (layer.Repeat - 1) * Count(layer, shape);
        }

        return (long)BigInteger.Min(count, long.MaxValue);
    }

    /// <summary>The layers of a network, one by one, from the input to the output.</summary>
    /// <param name="network">A network without mistakes: sizes positive, parameters within an int.</param>
    /// <exception cref="OverflowException">The network has more parameters than an int counts.</exception>
    public static IReadOnlyList<ResolvedLayer> Resolve(NetworkSpec network)
    {
        LayerSpec[] layers = SpellOutLayers(network);
        if (!layers.Any(static layer => layer.DependsOnSignal))
        {
            return Resolve(network, layers, signals: null, isDeep: false);
        }

        // What keeps the gradient of GELU and its kin lets fluctuations grow with depth.
        var signals = new List<LayerSignal>();
        IReadOnlyList<ResolvedLayer> resolved = Resolve(network, layers, signals, isDeep: false);
        bool isDeep = layers.Any(static layer => layer is WeightedSpec { Weights.Init: Init.Auto, UseBias: true, BiasStdDev: 0 } && HasCriticalPoint(layer))
            && SeedSpread.Of(resolved, signals).Any(static spread => spread.Activation > SeedSpread.Largest);
        return isDeep ? Resolve(network, layers, [], isDeep) : resolved;
    }

    /// <summary>The same network with what its initializers leave open spelled out, so that networks whose declarations mean the same are
    /// equal.</summary>
    /// <param name="network">The network.</param>
    public static NetworkSpec SpellOut(NetworkSpec network) =>
        network with { Layers = new EquatableArray<LayerSpec>(SpellOutLayers(network)) };

    private static LayerSpec[] SpellOutLayers(NetworkSpec network)
    {
        LayerSpec[] layers = [.. network.Layers];
        for (int i = 0; i < layers.Length; i++)
        {
            // The scale of an output is decided by what comes in where that has no scale of its own.
            bool isLeftOpen = i > 0 && i == layers.Length - 1 && layers[i] is WeightedSpec { Weights.Init: Init.Auto }
                && !AutoInitializer.IsDecidedBy(layers[i - 1].Activation);
            layers[i] = isLeftOpen ? layers[i] : layers[i].SpellOut();
        }

        return layers;
    }

    // Signals are followed only where an initializer depends on them.
    private static List<ResolvedLayer> Resolve(NetworkSpec network, LayerSpec[] layers, List<LayerSignal>? signals, bool isDeep)
    {
        var resolved = new List<ResolvedLayer>();
        Shape shape = network.Input;
        BigInteger offset = 0;
        Signal input = SignalPropagation.Input(network);
        for (int number = 0; number < layers.Length; number++)
        {
            for (int index = 0; index < layers[number].Repeat; index++)
            {
                bool isLast = number == layers.Length - 1 && index == layers[number].Repeat - 1;
                double secondMoment = input.RootMeanSquare * input.RootMeanSquare;
                LayerSpec layer = layers[number].Decide(new IncomingSignal
                {
                    SecondMoment = secondMoment,
                    Passed = resolved.Count == 0 || signals is null ? secondMoment
                        : isLast ? Math.Max(secondMoment, 1)
                        : signals[signals.Count - 1].Moments.DerivativeSecondMoment,
                    IsDeep = isDeep,
                    IsOutput = isLast && resolved.Count > 0,
                });
                resolved.Add(Resolve(layer, index, shape, ref offset));
                shape = layer.OutputOf(shape);
                if (signals is not null)
                {
                    signals.Add(LayerSignal.OfOneInput(layer.Activation.Function, layer.PreActivation(resolved[resolved.Count - 1], input)));
                    input = signals[signals.Count - 1].Activation;
                }
            }
        }

        return resolved;
    }

    private static bool HasCriticalPoint(LayerSpec layer) => layer.Activation.Function.CriticalPoint is not null;

    private static ResolvedLayer Resolve(LayerSpec layer, int index, Shape input, ref BigInteger offset)
    {
        var parameters = new List<Parameter>();
        foreach (Parameter parameter in layer.ParametersOf(input))
        {
            parameters.Add(parameter with { Offset = (int)offset });
            offset += parameter.Count;
        }

        if (offset > int.MaxValue)
        {
            throw new OverflowException($"'{layer.Name}' ends at parameter {offset}, beyond what an int counts.");
        }

        return new ResolvedLayer
        {
            Name = layer.NameOf(index),
            Spec = layer,
            Input = input,
            Output = layer.OutputOf(input),
            Parameters = new EquatableArray<Parameter>(parameters),
        };
    }

    private static BigInteger Count(LayerSpec layer, Shape input) =>
        layer.ParametersOf(input).Aggregate(BigInteger.Zero, static (sum, parameter) => sum + parameter.Count);
}
