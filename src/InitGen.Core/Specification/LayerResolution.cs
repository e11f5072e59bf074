using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using InitGen.Initialization;

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
        var layers = new List<ResolvedLayer>();
        int inputs = network.InputSize;
        int offset = 0;
        foreach (LayerSpec layer in network.Layers)
        {
            DenseSpec dense = SpellOut(Dense(layer));
            for (int index = 0; index < dense.Repeat; index++)
            {
                ResolvedLayer resolved = Resolve(dense, index, inputs, offset);
                layers.Add(resolved);
                inputs = dense.Units;
                offset = checked(offset + (resolved.Inputs * resolved.Units) + (resolved.UseBias ? resolved.Units : 0));
            }
        }

        return layers;
    }

    /// <summary>The same network with what its initializers leave open spelled out, so that networks whose declarations mean the same are
    /// equal.</summary>
    /// <param name="network">The network.</param>
    public static NetworkSpec SpellOut(NetworkSpec network) =>
        network with { Layers = new EquatableArray<LayerSpec>(network.Layers.Select(static layer => SpellOut(Dense(layer)))) };

    private static DenseSpec SpellOut(DenseSpec layer) => InitializerDefinition.Of(layer.Init).SpellOut(layer);

    private static ResolvedLayer Resolve(DenseSpec layer, int index, int inputs, int offset)
    {
        InitializerDefinition initializer = InitializerDefinition.Of(layer.Init);
        return new ResolvedLayer
        {
            Name = layer.NameOf(index),
            Inputs = inputs,
            Units = layer.Units,
            Activation = layer.Activation,
            Slope = layer.Slope,
            Init = layer.Init,
            Weights = initializer.Resolve(layer, inputs),
            WeightFormula = initializer.Formula(layer, inputs),
            UseBias = layer.UseBias,
            Bias = layer.UseBias ? layer.Bias : 0,
            BiasStdDev = layer.UseBias ? layer.BiasStdDev : 0,
            WeightOffset = offset,
            BiasOffset = layer.UseBias ? checked(offset + (inputs * layer.Units)) : -1,
        };
    }

    private static DenseSpec Dense(LayerSpec layer) =>
        layer as DenseSpec ?? throw new NotSupportedException($"{layer.Name} is of a kind that has no resolution: {layer.GetType().Name}.");
}
