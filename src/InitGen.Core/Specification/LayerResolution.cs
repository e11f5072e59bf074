using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using InitGen.Initialization;
using InitGen.Propagation;

namespace InitGen.Specification;

/// <summary>From declared layers to resolved ones.</summary>
internal static class LayerResolution
{
    /// <summary>The number of layers of a network, those of stacks counted one by one.</summary>
    /// <param name="network">A network whose sizes are positive.</param>
    public static long CountLayers(NetworkSpec network)
    {
        long count = 0;
        foreach (LayerSpec layer in network.Layers)
        {
            count += layer.Repeat;
        }

        return count;
    }

    /// <summary>The number of parameters of a network, weights and biases. Takes the same time for any size.</summary>
    /// <param name="network">A network whose sizes are positive.</param>
    /// <returns>The number; <see cref="long.MaxValue"/> where it is larger.</returns>
    public static long CountParameters(NetworkSpec network)
    {
        BigInteger count = 0;
        BigInteger inputs = network.InputSize;
        foreach (LayerSpec layer in network.Layers)
        {
            DenseSpec dense = Dense(layer);
            int bias = dense.UseBias ? 1 : 0;
            count += dense.Units * (inputs + bias);
            inputs = dense.Units;
            count += (dense.Repeat - 1) * inputs * (inputs + bias);
        }

        return (long)BigInteger.Min(count, long.MaxValue);
    }

    /// <summary>The layers of a network, one by one, from the input to the output.</summary>
    /// <param name="network">A network without mistakes: sizes positive, parameters within an int.</param>
    /// <exception cref="OverflowException">The network has more parameters than an int counts.</exception>
    public static IReadOnlyList<ResolvedLayer> Resolve(NetworkSpec network)
    {
        DenseSpec[] layers = SpellOutLayers(network);
        if (!layers.Any(static layer => InitializerDefinition.Of(layer.Weights.Init) is SignalInitializer))
        {
            return Resolve(network, layers, signals: null, isDeep: false);
        }

        // What keeps the gradient of GELU and its kin lets fluctuations grow with depth.
        var signals = new List<LayerSignal>();
        IReadOnlyList<ResolvedLayer> resolved = Resolve(network, layers, signals, isDeep: false);
        bool isDeep = layers.Any(static layer => layer is { Weights.Init: Init.Auto, UseBias: true, BiasStdDev: 0 } && HasCriticalPoint(layer))
            && SeedSpread.Of(network, resolved, signals).Any(static spread => spread.Activation > SeedSpread.Largest);
        return isDeep ? Resolve(network, layers, [], isDeep) : resolved;
    }

    /// <summary>The same network with what its initializers leave open spelled out, so that networks whose declarations mean the same are
    /// equal.</summary>
    /// <param name="network">The network.</param>
    public static NetworkSpec SpellOut(NetworkSpec network) =>
        network with { Layers = new EquatableArray<LayerSpec>(SpellOutLayers(network)) };

    private static DenseSpec[] SpellOutLayers(NetworkSpec network)
    {
        DenseSpec[] layers = [.. network.Layers.Select(static layer => Dense(layer))];
        for (int i = 0; i < layers.Length; i++)
        {
            // The scale of an output is decided by what comes in where that has no scale of its own.
            bool isLeftOpen = i > 0 && i == layers.Length - 1 && layers[i].Weights.Init == Init.Auto
                && !AutoInitializer.IsDecidedBy(layers[i - 1].Activation);
            layers[i] = isLeftOpen ? layers[i] : layers[i] with
            {
                Weights = InitializerDefinition.Of(layers[i].Weights.Init).SpellOut(layers[i].Weights, layers[i].Activation),
            };
        }

        return layers;
    }

    // Signals are followed only where an initializer depends on them.
    private static List<ResolvedLayer> Resolve(NetworkSpec network, DenseSpec[] layers, List<LayerSignal>? signals, bool isDeep)
    {
        var resolved = new List<ResolvedLayer>();
        int inputs = network.InputSize;
        int offset = 0;
        double rootMeanSquare = SignalPropagation.RootMeanSquare(network);
        for (int number = 0; number < layers.Length; number++)
        {
            DenseSpec dense = layers[number];
            for (int index = 0; index < dense.Repeat; index++)
            {
                bool isLast = number == layers.Length - 1 && index == dense.Repeat - 1;
                double secondMoment = rootMeanSquare * rootMeanSquare;
                var incoming = new IncomingSignal
                {
                    SecondMoment = secondMoment,
                    Passed = resolved.Count == 0 || signals is null ? secondMoment
                        : isLast ? Math.Max(secondMoment, 1)
                        : signals[signals.Count - 1].Moments.DerivativeSecondMoment,
                    IsDeep = isDeep,
                    IsOutput = isLast && resolved.Count > 0,
                };
                DenseSpec decided = InitializerDefinition.Of(dense.Weights.Init) is SignalInitializer initializer ? initializer.Decide(dense, incoming) : dense;
                ResolvedLayer layer = Resolve(decided, index, inputs, offset);
                resolved.Add(layer);
                inputs = dense.Units;
                offset = checked(offset + (layer.Inputs * layer.Units) + (layer.UseBias ? layer.Units : 0));
                if (signals is not null)
                {
                    signals.Add(LayerSignal.OfOneInput(layer, layer.Bias, SignalPropagation.PreActivationStdDev(layer, rootMeanSquare)));
                    rootMeanSquare = SignalPropagation.RootMeanSquare(signals[signals.Count - 1].Moments);
                }
            }
        }

        return resolved;
    }

    private static bool HasCriticalPoint(DenseSpec layer) => layer.Activation.Function.CriticalPoint is not null;

    private static ResolvedLayer Resolve(DenseSpec layer, int index, int inputs, int offset)
    {
        InitializerDefinition initializer = InitializerDefinition.Of(layer.Weights.Init);
        WeightContext context = new(inputs, layer.Units, layer.Activation);
        return new ResolvedLayer
        {
            Name = layer.NameOf(index),
            Inputs = inputs,
            Units = layer.Units,
            Activation = layer.Activation,
            Init = layer.Weights.Init,
            Weights = initializer.Resolve(layer.Weights, context),
            WeightFormula = initializer.Formula(layer.Weights, context),
            UseBias = layer.UseBias,
            Bias = layer.UseBias ? layer.Bias : 0,
            BiasNoise = layer.UseBias ? initializer.BiasNoise(layer, inputs) : null,
            WeightOffset = offset,
            BiasOffset = layer.UseBias ? checked(offset + (inputs * layer.Units)) : -1,
        };
    }

    private static DenseSpec Dense(LayerSpec layer) =>
        layer as DenseSpec ?? throw new NotSupportedException($"{layer.Name} is of a kind that has no resolution: {layer.GetType().Name}.");
}
